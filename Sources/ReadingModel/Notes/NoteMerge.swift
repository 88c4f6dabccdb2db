/// Two texts that were begun from one, brought together.
///
/// The rules are those of `diff3`: “A Formal Investigation of Diff3” by Khanna, Kunal and Pierce, 2007.
public struct NoteMerge: Equatable, Sendable {
  /// The merged text; where both changed the same lines, both stand between marks as git writes them.
  public let text: String
  /// How many places hold both texts.
  public let conflicts: Int

  /// Brings two texts together.
  ///
  /// - Parameters:
  ///   - base: The text that both were begun from; nil when it is not known.
  ///   - mine: The text that is being written.
  ///   - theirs: The text that was saved meanwhile.
  ///   - theirName: What the mark calls it, such as `version 3`.
  public init(base: String?, mine: String, theirs: String, theirName: String) {
    let (mine, theirs) = (mine.lines, theirs.lines)
    // Without a base each difference is a conflict, so that the lines in common are the base.
    let base = base?.lines ?? Self.common(mine, theirs)
    let ours = Side(lines: mine, hunks: LineMatching.hunks(from: base, to: mine))
    let others = Side(lines: theirs, hunks: LineMatching.hunks(from: base, to: theirs))
    var result: [String] = []
    var conflicts = 0
    var index = 0
    for region in Self.regions(ours.hunks + others.hunks) {
      result += base[index..<region.lowerBound]
      index = region.upperBound
      let mine = ours.text(of: region, base: base)
      let theirs = others.text(of: region, base: base)
      if mine == theirs || theirs == Array(base[region]) {
        result += mine
      } else if mine == Array(base[region]) {
        result += theirs
      } else {
        conflicts += 1
        result += ["<<<<<<< mine"] + mine + ["======="] + theirs + [">>>>>>> \(theirName)"]
      }
    }
    result += base[index...]
    text = result.joined(separator: "\n")
    self.conflicts = conflicts
  }

  /// One of the two texts and where it differs from the base.
  private struct Side {
    let lines: [String]
    let hunks: [LineMatching.Hunk]

    /// What stands in this text for some lines of the base, which cut no hunk.
    func text(of region: Range<Int>, base: [String]) -> [String] {
      var text: [String] = []
      var index = region.lowerBound
      for hunk in hunks
      where hunk.old.lowerBound >= region.lowerBound && hunk.old.upperBound <= region.upperBound {
        text += base[index..<hunk.old.lowerBound] + lines[hunk.new]
        index = hunk.old.upperBound
      }
      return text + base[index..<region.upperBound]
    }
  }

  /// The parts of the base that either text changed; what touches counts as one.
  private static func regions(_ hunks: [LineMatching.Hunk]) -> [Range<Int>] {
    var regions: [Range<Int>] = []
    for range in hunks.map(\.old).sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }) {
      if let last = regions.last, range.lowerBound <= last.upperBound {
        regions[regions.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        regions.append(range)
      }
    }
    return regions
  }

  private static func common(_ mine: [String], _ theirs: [String]) -> [String] {
    var common: [String] = []
    var index = 0
    for hunk in LineMatching.hunks(from: mine, to: theirs) {
      common += mine[index..<hunk.old.lowerBound]
      index = hunk.old.upperBound
    }
    return common + mine[index...]
  }
}

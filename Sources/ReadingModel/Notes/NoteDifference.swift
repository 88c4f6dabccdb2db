/// What a text has that another has not, line by line, with the words that make the difference.
public struct NoteDifference: Equatable, Sendable {
  /// What became of a line.
  public enum Kind: Sendable {
    case same, removed, added
  }

  /// A piece of a line.
  public struct Run: Equatable, Sendable {
    /// The text.
    public var text: String
    /// True for words that its counterpart has not; false throughout where a line has none.
    public var isChanged: Bool

    /// Makes a piece.
    public init(_ text: String, isChanged: Bool = false) {
      self.text = text
      self.isChanged = isChanged
    }
  }

  /// A line of either text.
  public struct Line: Equatable, Sendable {
    /// What became of it.
    public var kind: Kind
    /// The text in order.
    public var runs: [Run]

    /// Makes a line.
    public init(_ kind: Kind, _ runs: [Run]) {
      self.kind = kind
      self.runs = runs
    }

    /// The whole text.
    public var text: String { runs.map(\.text).joined() }
  }

  /// The lines of both texts, those that went before those that came in their place.
  public let lines: [Line]

  /// Compares two texts.
  ///
  /// Time is bounded for texts of any length: very long texts without a line in common count as
  /// changed throughout.
  public init(from old: String, to new: String) {
    let (old, new) = (old.isEmpty ? [] : old.lines, new.isEmpty ? [] : new.lines)
    var lines: [Line] = []
    var index = 0
    for hunk in LineMatching.hunks(from: old, to: new) {
      lines += old[index..<hunk.old.lowerBound].map { Line(.same, [Run($0)]) }
      lines += Self.changed(Array(old[hunk.old]), Array(new[hunk.new]))
      index = hunk.old.upperBound
    }
    self.lines = lines + old[index...].map { Line(.same, [Run($0)]) }
  }

  /// True when the texts are the same.
  public var isEmpty: Bool { lines.allSatisfy { $0.kind == .same } }

  /// How many lines came and went.
  public var counts: (added: Int, removed: Int) {
    (lines.count { $0.kind == .added }, lines.count { $0.kind == .removed })
  }

  /// Lines that take each other's place are compared word by word.
  private static func changed(_ old: [String], _ new: [String]) -> [Line] {
    var removed = old.map { Line(.removed, [Run($0)]) }
    var added = new.map { Line(.added, [Run($0)]) }
    for index in 0..<min(old.count, new.count) {
      guard let (went, came) = words(old[index], new[index]) else { continue }
      removed[index].runs = went
      added[index].runs = came
    }
    return removed + added
  }

  /// The two lines with their different words marked; nil when they have no word in common.
  private static func words(_ old: String, _ new: String) -> (old: [Run], new: [Run])? {
    let (old, new) = (tokens(old), tokens(new))
    let hunks = LineMatching.hunks(from: old, to: new)
    var isKept = [Bool](repeating: true, count: old.count)
    for index in hunks.flatMap(\.old) { isKept[index] = false }
    guard old.indices.contains(where: { isKept[$0] && old[$0].first?.isWordPart == true }) else {
      return nil
    }
    return (runs(old, hunks.map(\.old)), runs(new, hunks.map(\.new)))
  }

  /// Words and what stands between them.
  private static func tokens(_ line: String) -> [Substring] {
    var tokens: [Substring] = []
    var start = line.startIndex
    var kind: Bool?
    for index in line.indices {
      let isWord = line[index].isWordPart
      if index > start, kind != isWord || !isWord {
        tokens.append(line[start..<index])
        start = index
      }
      kind = isWord
    }
    if start < line.endIndex { tokens.append(line[start...]) }
    return tokens
  }

  private static func runs(_ tokens: [Substring], _ changed: [Range<Int>]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    for range in changed where !range.isEmpty {
      runs.append(Run(tokens[index..<range.lowerBound].joined()))
      runs.append(Run(tokens[range].joined(), isChanged: true))
      index = range.upperBound
    }
    runs.append(Run(tokens[index...].joined()))
    return runs.filter { !$0.text.isEmpty }
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}

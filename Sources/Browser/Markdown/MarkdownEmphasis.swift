/// Pairs the signs of emphasis: the algorithm of CommonMark 0.31's appendix, which is linear because
/// a sign that found no partner below a place is not looked for there again.
struct MarkdownEmphasis {
  /// A run of `*` or `_`.
  struct Run {
    /// The node that stands for it.
    let node: Int
    /// The sign.
    let sign: UInt8
    /// How many of them there were.
    let written: Int
    let canOpen: Bool
    let canClose: Bool
    /// How many are left that have no partner.
    var count: Int
    /// The runs before and behind it that can still find partners; -1 for none.
    fileprivate var previous = -1
    fileprivate var next = -1

    init(node: Int, sign: UInt8, count: Int, canOpen: Bool, canClose: Bool) {
      self.node = node
      self.sign = sign
      self.count = count
      self.canOpen = canOpen
      self.canClose = canClose
      written = count
    }
  }

  /// Nodes that are emphasised, or strong.
  struct Stretch {
    var nodes: Range<Int>
    var look: MarkdownLook
  }

  /// The runs in the order of the text.
  private(set) var runs: [Run] = []
  /// What was paired.
  private(set) var stretches: [Stretch] = []
  /// The last run that can still find a partner.
  private var last = -1

  /// Adds a run behind all others.
  mutating func add(_ run: Run) {
    var run = run
    run.previous = last
    if last >= 0 { runs[last].next = runs.count }
    last = runs.count
    runs.append(run)
  }

  /// Pairs the runs from one on, which find no partners afterwards.
  mutating func pair(from bottom: Int) {
    var lowest = [Int](repeating: bottom, count: 12)
    var closer = first(from: bottom)
    while closer >= 0 {
      guard runs[closer].canClose else {
        closer = runs[closer].next
        continue
      }
      let kind = Self.kind(of: runs[closer])
      if let opener = opener(for: closer, from: max(bottom, lowest[kind])) {
        match(opener, closer)
        guard runs[closer].count == 0 else { continue }
        let next = runs[closer].next
        remove(closer)
        closer = next
      } else {
        lowest[kind] = closer
        let next = runs[closer].next
        if !runs[closer].canOpen { remove(closer) }
        closer = next
      }
    }
    while last >= bottom { remove(last) }
  }

  private func first(from bottom: Int) -> Int {
    var run = last
    while run >= bottom, runs[run].previous >= bottom { run = runs[run].previous }
    return run >= bottom ? run : -1
  }

  private func opener(for closer: Int, from lowest: Int) -> Int? {
    var opener = runs[closer].previous
    while opener >= lowest {
      if runs[opener].canOpen, runs[opener].sign == runs[closer].sign,
        !Self.excludes(runs[opener], runs[closer])
      {
        return opener
      }
      opener = runs[opener].previous
    }
    return nil
  }

  /// The rule of three (section 6.2, rules 9 and 10).
  private static func excludes(_ opener: Run, _ closer: Run) -> Bool {
    (opener.canClose || closer.canOpen) && (opener.written + closer.written) % 3 == 0
      && (opener.written % 3 != 0 || closer.written % 3 != 0)
  }

  private static func kind(of run: Run) -> Int {
    (run.sign == UInt8(ascii: "*") ? 0 : 6) + (run.canOpen ? 3 : 0) + run.written % 3
  }

  private mutating func match(_ opener: Int, _ closer: Int) {
    let isStrong = runs[opener].count >= 2 && runs[closer].count >= 2
    stretches.append(
      Stretch(
        nodes: runs[opener].node + 1..<runs[closer].node, look: isStrong ? .strong : .emphasis))
    while runs[closer].previous != opener { remove(runs[closer].previous) }
    runs[opener].count -= isStrong ? 2 : 1
    runs[closer].count -= isStrong ? 2 : 1
    if runs[opener].count == 0 { remove(opener) }
  }

  private mutating func remove(_ run: Int) {
    let (previous, next) = (runs[run].previous, runs[run].next)
    if previous >= 0 { runs[previous].next = next }
    if next >= 0 { runs[next].previous = previous }
    if last == run { last = previous }
  }
}

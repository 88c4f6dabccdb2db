/// Where a pane must be scrolled to.
enum Scrolling {
  /// The first line to show so that a line is in view, with a little of what surrounds it.
  ///
  /// - Parameters:
  ///   - first: The first line shown now.
  ///   - line: The line that must be seen.
  ///   - height: How many lines are shown.
  ///   - count: How many lines there are.
  static func first(_ first: Int, showing line: Int, height: Int, of count: Int) -> Int {
    guard height > 0 else { return first }
    let margin = min(2, (height - 1) / 3)
    var first = first
    if line - margin < first { first = line - margin }
    if line + margin >= first + height { first = line + margin - height + 1 }
    return max(0, min(first, count - height))
  }
}

import Foundation

/// One line on standard error that says how far long work is; nothing unless it is a terminal.
struct ProgressMeter {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var next = ContinuousClock.now

  /// Writes the line anew, at most ten times a second.
  ///
  /// - Parameters:
  ///   - work: What is done.
  ///   - entries: How many entries it was done with.
  ///   - share: How much of all work that is, 0 to 1; nil when it is not known.
  mutating func show(_ work: String, entries: Int, share: Double?) {
    let now = ContinuousClock.now
    guard isShown, now >= next || share == 1 else { return }
    next = now + .milliseconds(100)
    write("\r\u{1B}[K" + Self.line(work, entries: entries, share: share, after: now - start))
  }

  /// Takes the line away.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  /// The line: a bar where the share is known, the count, and how many there are a second.
  static func line(_ work: String, entries: Int, share: Double?, after time: Duration) -> String {
    var line = work
    if let share {
      let width = 28
      let done = Int((min(1, max(0, share)) * Double(width)).rounded(.down))
      line += " [" + String(repeating: "#", count: done)
      line += String(repeating: "-", count: width - done) + "] \(Int(share * 100)) %,"
    } else {
      line += ":"
    }
    line += " \(entries) entries"
    let seconds = time / .seconds(1)
    if seconds >= 1 { line += ", \(Int(Double(entries) / seconds)) a second" }
    // All is read; what is left is the larger half of the time for some documents.
    if share == 1 { line += "; now the search" }
    return line
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

import Foundation

/// One line on standard error that says how far long work is; nothing unless it is a terminal.
struct ProgressMeter {
  private let isShown = isatty(STDERR_FILENO) == 1

  /// Writes the line anew.
  func show(_ text: String) { write("\r\u{1B}[K\(text)") }

  /// Takes the line away.
  func clear() { write("\r\u{1B}[K") }

  private func write(_ text: String) {
    if isShown { FileHandle.standardError.write(Data(text.utf8)) }
  }
}

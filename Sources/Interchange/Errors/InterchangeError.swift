/// Why a document could not be read or written.
public enum InterchangeError: Error, Equatable, Sendable {
  /// The document is not in the format; the line is counted from 1.
  case malformed(line: Int, message: String)
  /// A file or folder could not be read or written.
  case file(path: String, message: String)

  /// What is wrong, where, and what to do, in a sentence.
  public var message: String {
    switch self {
    case .malformed(let line, let message): "line \(line): \(message)"
    case .file(let path, let message): "\(path): \(message)"
    }
  }
}

/// Something in a document that was read otherwise than it may have been meant.
public struct Diagnostic: Equatable, Sendable {
  /// The line, counted from 1.
  public var line: Int
  /// What was found and what became of it, in a sentence.
  public var message: String

  /// Makes a diagnostic.
  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}

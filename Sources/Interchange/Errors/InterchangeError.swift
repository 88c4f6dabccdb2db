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

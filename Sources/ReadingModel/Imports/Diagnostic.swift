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

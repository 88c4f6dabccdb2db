public import Interchange

/// A document that a person named, read into memory or mapped.
public struct ImportDocument: Sendable {
  /// Where it is, as the person named it; `-` for standard input.
  public var path: String
  /// Its text.
  public var source: ImportSource

  /// Makes a document.
  public init(path: String, source: ImportSource) {
    self.path = path
    self.source = source
  }
}

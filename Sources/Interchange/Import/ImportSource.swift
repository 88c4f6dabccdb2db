public import ReadingModel

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A document as importers get it: a name, and text that is valid UTF-8.
public struct ImportSource: Sendable {
  /// The name of the file without its folders; empty for text that has none.
  public let name: String
  /// The text: valid UTF-8 without a byte order mark.
  public let bytes: Data
  /// What was remarkable about the encoding, by line; most documents have nothing.
  public let warnings: [Diagnostic]
  /// True when the text is a part of a file's memory, and not a copy.
  let isMapped: Bool

  /// Decodes a document; see `TextDecoding` for what is understood.
  ///
  /// - Parameters:
  ///   - name: The name of the file without its folders; empty for text that has none.
  ///   - data: The document as it was read.
  ///   - isMapped: True when the data are a file's memory and nobody's else.
  public init(name: String, data: Data, isMapped: Bool = false) {
    let decoded = TextDecoding.decode(data)
    self.name = name
    bytes = decoded.bytes
    warnings = decoded.warnings
    self.isMapped = isMapped && Self.isShared(decoded.bytes, of: data)
    releasePages()
  }

  /// The part of the name behind its last full stop, in lower case; empty when there is none.
  public var ending: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The name without its ending.
  public var stem: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The number of line ends in the text.
  public var lineCount: Int {
    bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) in
      var counter = LineCounter(buffer.bindMemory(to: UInt8.self))
      return counter.line(at: buffer.count) - 1
    }
  }

  /// The beginning of the text, by which formats are told apart; at most 64 KB.
  public var sample: String { String(decoding: bytes.prefix(65_536), as: UTF8.self) }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ImportSource {
  /// Calls a function with the bytes of the text in one piece; throws what it throws.
  func withBytes<Result>(
    _ read: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBytes { try read($0.bindMemory(to: UInt8.self)) }
  }
}

extension String {
  /// True when the text has a piece, byte for byte.
  func hasBytes(of piece: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { text in
      piece.withUTF8Buffer { piece in
        guard let first = piece.first, text.count >= piece.count else { return false }
        return (0...(text.count - piece.count)).contains { start in
          text[start] == first
            && text[start..<(start + piece.count)].elementsEqual(piece)
        }
      }
    }
  }
}

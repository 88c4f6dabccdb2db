import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Bytes of unknown encoding made valid UTF-8.
///
/// A byte order mark decides; then UTF-8 where it is valid; then UTF-16 where every other byte of the
/// beginning is zero; then Windows-1252.
enum TextDecoding {
  /// Decodes a document; the result shares the bytes when they are valid UTF-8 already.
  static func decode(_ data: Data) -> (bytes: Data, warnings: [Diagnostic]) {
    if data.starts(with: [0xEF, 0xBB, 0xBF]) {
      return utf8(data.dropFirst(3))
    }
    if data.starts(with: [0xFF, 0xFE]) { return utf16(data.dropFirst(2), isBigEndian: false) }
    if data.starts(with: [0xFE, 0xFF]) { return utf16(data.dropFirst(2), isBigEndian: true) }
    if let isBigEndian = byteOrder(of: data.prefix(512)) {
      return utf16(data, isBigEndian: isBigEndian)
    }
    return utf8(data)
  }

  private static func utf8(_ data: Data) -> (Data, [Diagnostic]) {
    guard let line = firstInvalidLine(data) else { return (data, []) }
    // One stray byte in a document that is UTF-8 otherwise is damage; many are another encoding.
    if hasMultibyteUTF8(data) {
      let text = String(decoding: data, as: UTF8.self)
      return (
        Data(text.utf8),
        [
          Diagnostic(
            line: line, message: "some bytes are not valid UTF-8 and were replaced by “\u{FFFD}”")
        ]
      )
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(data.count + data.count / 16)
    for byte in data {
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        bytes.append(contentsOf: String(Windows1252.scalar(byte)).utf8)
      }
    }
    return (
      Data(bytes),
      [Diagnostic(line: line, message: "the text is not UTF-8 and was read as Windows-1252")]
    )
  }

  private static func utf16(_ data: Data, isBigEndian: Bool) -> (Data, [Diagnostic]) {
    var units: [UInt16] = []
    units.reserveCapacity(data.count / 2)
    var first: UInt8?
    for byte in data {
      guard let high = first else {
        first = byte
        continue
      }
      units.append(
        isBigEndian ? UInt16(high) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(high))
      first = nil
    }
    let text = String(decoding: units, as: UTF16.self)
    let order = isBigEndian ? "big-endian" : "little-endian"
    var warnings = [Diagnostic(line: 1, message: "the text was read as UTF-16, \(order)")]
    if first != nil || text.unicodeScalars.contains("\u{FFFD}") {
      warnings.append(
        Diagnostic(
          line: 1, message: "some of it is not valid UTF-16 and was replaced by “\u{FFFD}”"))
    }
    return (Data(text.utf8), warnings)
  }

  /// The byte order of UTF-16 without a mark: most of Latin text has a zero in each pair.
  private static func byteOrder(of beginning: Data) -> Bool? {
    guard beginning.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in beginning.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = beginning.count / 2
    if zeros.even * 10 >= pairs * 7, zeros.odd * 10 <= pairs { return true }
    if zeros.odd * 10 >= pairs * 7, zeros.even * 10 <= pairs { return false }
    return nil
  }

  /// The line, counted from 1, of the first byte that is not valid UTF-8; nil when all is valid.
  private static func firstInvalidLine(_ data: Data) -> Int? {
    data.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) -> Int? in
      let bytes = buffer.bindMemory(to: UInt8.self)
      var start = 0
      while start < bytes.count {
        start = endOfASCII(in: bytes, from: start)
        // What follows an ASCII byte can be looked at by itself.
        var end = min(start + 128, bytes.count)
        while end < bytes.count, bytes[end - 1] >= 0x80 { end += 1 }
        do throws(UTF8.ValidationError) {
          _ = try UTF8Span(validating: bytes.extracting(start..<end).span)
        } catch {
          return bytes.prefix(start + error.byteOffsets.lowerBound)
            .reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        }
        start = end
      }
      return nil
    }
  }

  /// The place from which on not all bytes are ASCII, or a few before it.
  private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let size = MemoryLayout<UInt64>.size
    var index = start
    while index + size <= bytes.count,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += size
    }
    return index
  }

  /// True when the beginning has well-formed sequences of several bytes, more than malformed ones.
  private static func hasMultibyteUTF8(_ data: Data) -> Bool {
    var good = 0
    var bad = 0
    for scalar in String(decoding: data.prefix(1 << 20), as: UTF8.self).unicodeScalars {
      if scalar == "\u{FFFD}" { bad += 1 } else if scalar.value >= 0x80 { good += 1 }
    }
    return good > bad
  }
}

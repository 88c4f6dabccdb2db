/// The end of a value in braces or quotes.
struct BibTeXValueEnd {
  /// The place of the closing delimiter, or the place where the search ended.
  var index: Int
  /// False when another block or the end of the document comes first.
  var isFound: Bool
  /// True when the value means what its bytes say.
  var isPlain: Bool

  /// Looks for the end of a value that begins at a place.
  static func find(in document: BibTeXBytes, from start: Int, isQuoted: Bool) -> BibTeXValueEnd {
    let bytes = document.bytes
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    var depth = 0
    var isPlain = true
    while index < bytes.count {
      // Nothing in most words of a text means anything but itself.
      while index + 8 <= bytes.count, ByteLanes(raw, at: index).areWords { index += 8 }
      let end = min(index + 8, bytes.count)
      while index < end, !isMarked(bytes[index]) { index += 1 }
      guard index < end else { continue }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"):
        depth += 1
        isPlain = false
      case UInt8(ascii: "}"):
        if depth == 0, !isQuoted {
          return BibTeXValueEnd(index: index, isFound: true, isPlain: isPlain)
        }
        depth = max(0, depth - 1)
        isPlain = false
      case UInt8(ascii: "\""):
        if depth == 0, isQuoted, !isAccent(document, at: index) {
          return BibTeXValueEnd(index: index, isFound: true, isPlain: isPlain)
        }
      case UInt8(ascii: "@"):
        if document.beginsBlock(at: index) {
          return BibTeXValueEnd(index: index, isFound: false, isPlain: false)
        }
      case UInt8(ascii: "-"), UInt8(ascii: "'"): if bytes[index - 1] == byte { isPlain = false }
      default: isPlain = false
      }
      index += 1
    }
    return BibTeXValueEnd(index: index, isFound: false, isPlain: false)
  }

  /// True for the few bytes that mean something in a value.
  @inline(__always)
  private static func isMarked(_ byte: UInt8) -> Bool {
    // The bits of the two words are the marked bytes below 0x40 and from 0x40 to 0x7F.
    let word = byte < 0x40 ? marksBelow64 : byte < 0x80 ? marksBelow128 : 0
    return word >> UInt64(byte & 0x3F) & 1 != 0
  }

  /// Tab to carriage return, `"`, `$`, `&`, `'` and `-`.
  private static let marksBelow64: UInt64 = 0x0000_20D4_0000_3E00
  /// `@`, a backslash, a grave accent, braces and `~`.
  private static let marksBelow128: UInt64 = 0x6800_0001_1000_0001

  /// True for the quote of `\"o`, which many write in quotes though BibTeX ends the value there.
  private static func isAccent(_ document: BibTeXBytes, at index: Int) -> Bool {
    guard document[index - 1] == UInt8(ascii: "\\"), index + 1 < document.count else {
      return false
    }
    let next = document[index + 1]
    return BibTeXBytes.isLetter(next) || next == UInt8(ascii: "{") || next == UInt8(ascii: "\\")
  }
}

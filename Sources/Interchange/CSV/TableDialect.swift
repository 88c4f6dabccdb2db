import ReadingModel

/// How a table of delimited text is written: its delimiter, and where its first row begins.
struct TableDialect {
  /// What stands between two cells.
  var delimiter: UInt8
  /// The offset of the first row.
  var start = 0
  /// Its line, counted from 1.
  var line = 1

  /// Tells the dialect by the beginning of a table.
  ///
  /// A first line such as `sep=;`, which spreadsheets write and understand, names the delimiter;
  /// else it is the one that occurs most often in the first line outside quotation marks.
  init(of bytes: UnsafeBufferPointer<UInt8>) {
    delimiter = UInt8(ascii: ",")
    if bytes.count >= 6, String(decoding: bytes[0..<4], as: UTF8.self).lowercased() == "sep=",
      bytes[5] == 0x0A || bytes[5] == 0x0D
    {
      delimiter = bytes[4]
      start = bytes[5] == 0x0D && bytes.count > 6 && bytes[6] == 0x0A ? 7 : 6
      line = 2
      return
    }
    var counts = [Int](repeating: 0, count: Self.delimiters.count)
    var isQuoted = false
    var hasText = false
    for byte in bytes.prefix(65_536) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if hasText { break }
        continue
      }
      hasText = true
      if let index = Self.delimiters.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    if most > 0, let index = counts.firstIndex(of: most) { delimiter = Self.delimiters[index] }
  }

  /// From the one least likely to stand in text.
  private static let delimiters: [UInt8] = [
    0x09, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"),
  ]
}

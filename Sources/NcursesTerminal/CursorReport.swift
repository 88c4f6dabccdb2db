/// Asks a terminal how wide it draws a character of ambiguous width.
///
/// The character is drawn at the left edge of the line, and the terminal reports where the cursor
/// stands then (DSR 6 and CPR, ECMA-48 8.3.35 and 8.3.14).
enum CursorReport {
  /// What is sent: the question, and what takes its traces away.
  static let question = Array("\u{1B}7\r\u{25CB}\u{1B}[6n\u{1B}8\u{1B}[K".utf8)

  /// Looks for the answer in what was read.
  ///
  /// - Returns: The column that the cursor stood in, counted from 1, and the bytes that are no part
  ///   of the answer; nil while it has not come.
  static func find(in bytes: [UInt8]) -> (column: Int, rest: [UInt8])? {
    for start in bytes.indices where bytes[start] == 0x1B {
      let body = bytes[(start + 1)...]
      guard body.first == UInt8(ascii: "[") else { continue }
      let parameters = body.dropFirst().prefix {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";")
      }
      guard bytes.indices.contains(parameters.endIndex),
        bytes[parameters.endIndex] == UInt8(ascii: "R")
      else { continue }
      let numbers = parameters.split(separator: UInt8(ascii: ";"))
      guard numbers.count == 2, let column = Int(String(decoding: numbers[1], as: UTF8.self))
      else { continue }
      return (column, Array(bytes[..<start]) + Array(bytes[(parameters.endIndex + 1)...]))
    }
    return nil
  }
}

import Foundation

/// Bytes read as choices, so that libFuzzer steers what is done one after the other.
struct FuzzInput {
  private var rest: Data

  init(_ bytes: Data) { rest = bytes }

  /// True when all bytes are used up; every choice is the first one then.
  var isEmpty: Bool { rest.isEmpty }

  /// The next byte; 0 at the end.
  mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// A number from 0 up to but not including a bound of at most 256.
  mutating func below(_ bound: Int) -> Int { Int(byte()) % bound }

  /// A text of at most 31 bytes, which may be broken in the middle of a character.
  mutating func text() -> String {
    let bytes = rest.prefix(below(32))
    rest = rest.dropFirst(bytes.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All that is left.
  mutating func remainingBytes() -> Data {
    defer { rest = Data() }
    return rest
  }

  /// All that is left, as text.
  mutating func remainder() -> String { String(decoding: remainingBytes(), as: UTF8.self) }
}

import Foundation
import Testing

@testable import Interchange

@Suite("Reading JSON")
struct JSONReaderTests {
  private func value(_ text: String) throws -> JSON {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      return try reader.value()
    }
  }

  @Test(
    "Values are read as they are",
    arguments: [
      ("null", JSON.null), (" true ", .boolean(true)), ("-12", .number(-12)),
      ("1.50e3", .decimal("1.50e3")), ("99999999999999999999", .decimal("99999999999999999999")),
      ("[1,[],{}]", .array([.number(1), .array([]), .object([])])),
      ("{\"b\":1,\"a\":2}", .object([.init("b", .number(1)), .init("a", .number(2))])),
      ("NaN", .null), ("[-Infinity, Infinity]", .array([.null, .null])),
      ("[1,]", .array([.number(1)])),
    ])
  func values(text: String, expected: JSON) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    "Strings are unescaped, and what is no character becomes U+FFFD",
    arguments: [
      (#""a\"\\\/\n\t""#, "a\"\\/\n\t"), (#""\u00e9\ud83d\ude80""#, "é🚀"),
      (#""\ud800x""#, "\u{FFFD}x"),
      (#""\udc00\ud800""#, "\u{FFFD}\u{FFFD}"), (#""\uZZ""#, "\u{FFFD}ZZ"),
      (#""\alpha""#, "\\alpha"),
      ("\"a\tb\u{0}\"", "a\tb\u{0}"),
    ])
  func strings(text: String, expected: String) throws {
    #expect(try value(text) == .string(expected))
  }

  @Test(
    "Damage is told with its place",
    arguments: [
      ("{\"a\" 1}", 5), ("[1 2]", 3), ("\"abc", 4), ("\"ab\ncd\"", 3), ("[nul]", 1), ("{1}", 1),
      ("{\"a\":", 5), ("1.2.3", 0),
    ])
  func damage(text: String, offset: Int) {
    let error = #expect(throws: JSONReader.Damage.self) { try value(text) }
    #expect(error?.offset == offset)
  }

  @Test("A value deeper or larger than any paper is cut, not followed")
  func bounds() throws {
    let deep = String(repeating: "[", count: 200_000)
    #expect(throws: JSONReader.Damage.self) { try value(deep) }
    let closed = deep + String(repeating: "]", count: 200_000)
    try Array(closed.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      _ = try reader.value()
      #expect(reader.isCut && reader.position == bytes.count)
    }
    let wide = "[" + String(repeating: "0,", count: 300_000) + "0]"
    guard case .array(let values) = try value(wide) else { return #expect(Bool(false)) }
    #expect(values.count < 200_001)
  }

  @Test("What JSON prints is read back equal")
  func roundTrip() throws {
    let text = "\"\\/\n\r\t\u{0}\u{1B}\u{7F}\u{9B}\u{2028}é注👩‍💻"
    let json = JSON.object([
      .init(text, .array([.string(text), .null, .boolean(false), .number(-1), .decimal("0.5")]))
    ])
    #expect(try value(json.printed) == json)
  }
}

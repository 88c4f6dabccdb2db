import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("Decoding documents")
struct ImportSourceTests {
  private func decoded(_ bytes: [UInt8]) -> (text: String, warnings: [String]) {
    let source = ImportSource(name: "list.bib", data: Data(bytes))
    return (String(decoding: source.bytes, as: UTF8.self), source.warnings.map(\.message))
  }

  @Test("UTF-8 is read as it is, without its byte order mark")
  func utf8() {
    #expect(decoded(Array("Łukasz 注意".utf8)) == ("Łukasz 注意", []))
    #expect(decoded([0xEF, 0xBB, 0xBF] + Array("é".utf8)) == ("é", []))
    #expect(decoded([]) == ("", []))
  }

  @Test(
    "UTF-16 is read in both byte orders, with a mark and without",
    arguments: [(true, true), (true, false), (false, true), (false, false)])
  func utf16(isBigEndian: Bool, hasMark: Bool) {
    let text = "A plain title — naïve 🚀"
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    let result = decoded(bytes)
    #expect(result.text == text)
    #expect(result.warnings.count == 1)
    #expect(result.warnings.first?.contains(isBigEndian ? "big-endian" : "little-endian") == true)
  }

  @Test("A lone surrogate and half a unit of UTF-16 become replacement characters, with a warning")
  func damagedUTF16() {
    let result = decoded([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00, 0x43])
    #expect(result.text == "A\u{FFFD}B")
    #expect(result.warnings.count == 2)
  }

  @Test("Windows-1252 is read with a warning that names the line")
  func windows1252() {
    let source = ImportSource(
      name: "", data: Data(Array("one\n".utf8) + [0x4D, 0xFC, 0x93, 0x80, 0x94]))
    #expect(String(decoding: source.bytes, as: UTF8.self) == "one\nMü“€”")
    #expect(source.warnings.map(\.line) == [2])
    #expect(source.warnings.first?.message.contains("Windows-1252") == true)
  }

  @Test("A stray byte in UTF-8 is replaced, and nothing else")
  func strayByte() {
    let result = decoded(Array("Schrödinger – Müller".utf8) + [0xFF] + Array(" É".utf8))
    #expect(result.text == "Schrödinger – Müller\u{FFFD} É")
    #expect(result.warnings.count == 1)
  }

  @Test("A byte that is not UTF-8 is found wherever it stands among letters and signs")
  func strayByteAnywhere() {
    let texts = [
      String(repeating: "plain text in ASCII\n", count: 20),
      String(repeating: "注意力機制は\n", count: 30), String(repeating: "注", count: 100),
      String(repeating: "a Müller, Ł. and Nguyễn, Đ. 🚀 in a long line of text\n", count: 9),
    ]
    for text in texts {
      #expect(decoded(Array(text.utf8)) == (text, []))
      for place in stride(from: 0, through: text.utf8.count, by: 7) {
        var bytes = Array(text.utf8)
        bytes.insert(0xFF, at: place)
        let source = ImportSource(name: "", data: Data(bytes))
        let line = 1 + bytes[..<place].count { $0 == 0x0A }
        #expect(source.warnings.map(\.line) == [line], "at byte \(place)")
      }
      // The text ends within a character.
      if text.utf8.last ?? 0 >= 0x80 { #expect(decoded(text.utf8.dropLast()).warnings.count == 1) }
    }
  }

  @Test("Line ends of every kind are counted as one by one", arguments: 1...10)
  func lineCount(seed: UInt64) {
    var random = FixedRandom(seed: seed)
    let bytes = (0..<2_000).map { _ in [0x0A, 0x0D, 0x61, 0x62][Int(random.next() % 4)] as UInt8 }
    var lines = 0
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == 0x0A || (byte == 0x0D && next != 0x0A) { lines += 1 }
    }
    #expect(ImportSource(name: "", data: Data(bytes)).lineCount == lines)
  }

  @Test(
    "A name has an ending and a stem",
    arguments: [
      ("a.BIB", "bib", "a"), ("a.b.md", "md", "a.b"), ("a", "", "a"), (".hidden", "", ".hidden"),
    ])
  func names(name: String, ending: String, stem: String) {
    let source = ImportSource(name: name, data: Data())
    #expect(source.ending == ending)
    #expect(source.stem == stem)
  }
}

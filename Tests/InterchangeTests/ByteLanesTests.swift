import Testing

@testable import Interchange

@Suite("Eight bytes at a time")
struct ByteLanesTests {
  /// Each byte in each lane, among bytes that are one more or less, or a sign.
  private func eachByte(_ body: (_ bytes: [UInt8], _ byte: UInt8, _ lane: Int) -> Void) {
    for byte in UInt8.min...UInt8.max {
      for lane in 0..<8 {
        for others in [0x61, 0x20, byte &+ 1, byte &- 1, 0xFF, 0x00] {
          var bytes = [UInt8](repeating: others, count: 8)
          bytes[lane] = byte
          body(bytes, byte, lane)
        }
      }
    }
  }

  @Test("The lanes that hold a byte are those that are found", arguments: [0x00, 0x0A, 0x0D, 0x7F])
  func ones(wanted: UInt8) {
    eachByte { bytes, _, _ in
      let ones = bytes.withUnsafeBytes { ByteLanes($0, at: 0).ones(where: wanted) }
      let lanes = withUnsafeBytes(of: ones) { Array($0) }
      #expect(lanes == bytes.map { $0 == wanted ? 1 : 0 })
    }
  }

  @Test("Words are letters, digits, spaces and the signs that mean nothing in BibTeX")
  func words() {
    let signs = Set("()*+,./:;<=>?".utf8)
    func isOfWords(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
      default: signs.contains(byte)
      }
    }
    eachByte { bytes, _, _ in
      let areWords = bytes.withUnsafeBytes { ByteLanes($0, at: 0).areWords }
      #expect(areWords == bytes.allSatisfy(isOfWords))
    }
  }

  @Test("Lines are counted as one would, in steps of any length")
  func lines() {
    var random = FixedRandom(seed: 7)
    for length in [0, 1, 7, 8, 9, 2_039, 2_040, 2_041, 5_000] {
      for ends in [[0x0A], [0x0D], [0x0A, 0x0D], [0x61]] as [[UInt8]] {
        let document: [UInt8] = (0..<length).map { _ in
          (Bool.random(using: &random) ? ends.randomElement(using: &random) : nil) ?? 0x61
        }
        document.withUnsafeBufferPointer { bytes in
          var counter = LineCounter(bytes)
          var place = 0
          while true {
            #expect(counter.line(at: place) == Self.line(of: place, in: document))
            if place == length { break }
            place = min(length, place + Int.random(in: 1...3_000, using: &random))
          }
        }
      }
    }
  }

  private static func line(of place: Int, in document: [UInt8]) -> Int {
    1
      + (0..<place).count { index in
        let isLone = index + 1 == document.count || document[index + 1] != 0x0A
        return document[index] == 0x0A || (document[index] == 0x0D && isLone)
      }
  }

  @Test("The end of a value is found at any place in a word", arguments: 0..<24)
  func values(length: Int) throws {
    let text = String(repeating: "x", count: length)
    for (tail, isFound, isPlain) in [
      ("}", true, true), ("{a}}", true, false), ("\\'e}", true, false), ("--}", true, false),
      ("-}", true, true), ("~}", true, false), ("é, 2.}", true, true), ("\n@a{k,", false, false),
      ("", false, false),
    ] {
      var document = "{" + text + tail
      let end = document.withUTF8 {
        BibTeXValueEnd.find(in: BibTeXBytes(bytes: $0), from: 1, isQuoted: false)
      }
      #expect(end.isFound == isFound)
      #expect(end.isPlain == isPlain)
      let last = isFound ? document.utf8.count - 1 : tail.isEmpty ? length + 1 : length + 2
      #expect(end.index == last)
    }
  }
}

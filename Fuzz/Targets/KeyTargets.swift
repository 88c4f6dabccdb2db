import Terminal

@testable import NcursesTerminal

extension FuzzTarget {
  /// The bytes of a keyboard: cut into pieces anywhere, they are the same events.
  static let keyDecoding = FuzzTarget(name: "key-decoding") { bytes in
    var input = FuzzInput(bytes)
    let length = 1 + input.below(9)
    let typed = Array(input.remainingBytes())
    var whole = InputDecoder()
    let atOnce = whole.decode(typed) + whole.flush()
    var cut = InputDecoder()
    var inPieces: [TerminalEvent] = []
    for start in stride(from: 0, to: typed.count, by: length) {
      inPieces += cut.decode(typed[start..<min(start + length, typed.count)])
    }
    inPieces += cut.flush()
    expect(
      joined(atOnce) == joined(inPieces),
      "\(typed) is read as \(atOnce) at once, but as \(inPieces) in pieces.")
  }

  /// Events with characters in a row as one text: those of one cluster may come in several pieces.
  private static func joined(_ events: [TerminalEvent]) -> [[String]] {
    var all: [[String]] = []
    for event in events {
      guard case .key(.character(let character)) = event else {
        all.append(["event", "\(event)"])
        continue
      }
      if let last = all.last, last[0] == "text" {
        all[all.count - 1] = ["text", last[1] + String(character)]
      } else {
        all.append(["text", String(character)])
      }
    }
    return all
  }

  /// Keys as they are written in the configuration.
  static let keyNotation = FuzzTarget(name: "key-notation") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(KeyNotationError) {
      let keys = try KeySequence(notation: text)
      let again = try KeySequence(notation: keys.description)
      expect(again == keys, "“\(keys)” is read back as other keys.")
      expectSame(again.description, keys.description, "Keys are written differently.")
    } catch {
      expect(!error.description.isEmpty, "A fault has no sentence.")
    }
    _ = try? Appearance(notation: text)
  }
}

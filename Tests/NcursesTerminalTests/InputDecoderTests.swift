import Terminal
import Testing

@testable import NcursesTerminal

@Suite("Decoding the keyboard")
struct InputDecoderTests {
  private static let keys: [(String, Key)] = [
    ("j", .character("j")), (" ", .character(" ")), ("é", .character("é")), ("深", .character("深")),
    ("🙂", .character("🙂")), ("\u{10}", .control("p")), ("\u{3}", .control("c")),
    ("\u{1F}", .control("_")), ("\u{1C}", .control("\\")), ("\0", .control(" ")), ("\r", .enter),
    ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{1B}x", .alt("x")), ("\u{1B}é", .alt("é")), ("\u{1B}[A", .up), ("\u{1B}OA", .up),
    ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}[1;2A", .up),
    ("\u{1B}[1;5D", .left), ("\u{1B}[a", .up), ("\u{1B}[H", .home), ("\u{1B}OH", .home),
    ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end),
    ("\u{1B}[8~", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[P", .delete),
    ("\u{1B}[3;5~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter), ("\u{1B}OP", .function(1)),
    ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)),
    ("\u{1B}[1;2P", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
  ]

  @Test("A key is told by its bytes", arguments: keys)
  func key(bytes: String, key: Key) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes.utf8) == [.key(key)])
    #expect(!decoder.isWaiting)
  }

  @Test("A key whose bytes come one by one is the same key", arguments: keys)
  func split(bytes: String, key: Key) {
    var decoder = InputDecoder()
    #expect(bytes.utf8.flatMap { decoder.decode([$0]) } == [.key(key)])
    #expect(!decoder.isWaiting)
  }

  @Test("All keys in one piece are the same keys")
  func burst() {
    var decoder = InputDecoder()
    let events = decoder.decode(Self.keys.map(\.0).joined().utf8)
    #expect(events == Self.keys.map { .key($0.1) })
  }

  @Test("An Escape waits for what may follow, and is the key when nothing does")
  func escape() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(!decoder.isWaiting)
    #expect(decoder.decode([0x1B, 0x1B, 0x1B]) == [.key(.escape), .key(.escape)])
    #expect(decoder.flush() == [.key(.escape)])
    #expect(decoder.flush().isEmpty)
  }

  @Test("Escape and a bracket with nothing behind them are the bracket with Alt")
  func lonelyIntroducer() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1B}[".utf8).isEmpty)
    #expect(decoder.flush() == [.key(.alt("["))])
    #expect(decoder.decode("\u{1B}[1;".utf8).isEmpty)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.decode("j".utf8) == [.key(.character("j"))])
  }

  @Test(
    "Sequences that mean nothing here leave no characters behind",
    arguments: [
      "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[27;5;9~", "\u{1B}[1;1R~", "\u{1B}Oz",
      "\u{1B}[[Z", "\u{1B}[99999999999999999999~", "\u{C2}\u{80}",
    ])
  func unknown(bytes: String) {
    var decoder = InputDecoder()
    let events = decoder.decode(Array(bytes.utf8) + Array("j".utf8))
    #expect(events.last == .key(.character("j")))
    #expect(!events.contains(.key(.character("["))))
  }

  @Test("Bytes that are no UTF-8 become the replacement character, and what follows is read")
  func invalid() {
    let replacement = TerminalEvent.key(.character("\u{FFFD}"))
    let j = TerminalEvent.key(.character("j"))
    for bytes in [[0xFF], [0xC3], [0xE6, 0xB7], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80]]
      as [[UInt8]]
    {
      var decoder = InputDecoder()
      #expect(decoder.decode(bytes + Array("j".utf8)) == [replacement, j])
    }
    var decoder = InputDecoder()
    #expect(decoder.decode([0xE6, 0xB7]).isEmpty)
    #expect(decoder.flush() == [replacement])
  }

  @Test("A cluster typed in several code points is one key")
  func clusters() {
    var decoder = InputDecoder()
    #expect(
      decoder.decode("👨‍👩‍👧e\u{301}🇩🇪x".utf8) == [
        .key(.character("👨‍👩‍👧")), .key(.character("e\u{301}")), .key(.character("🇩🇪")),
        .key(.character("x")),
      ])
  }

  @Test(
    "A paste arrives in one piece, its line ends as line feeds and without NUL",
    arguments: [
      ("one", "one"), ("", ""), ("a\rb\r\nc\nd", "a\nb\nc\nd"), ("a\0b", "ab"),
      ("\u{1B}[A", "\u{1B}[A"),
      ("\u{1B}[201", "\u{1B}[201"), ("深層", "深層"), ("\u{1B}\u{1B}", "\u{1B}\u{1B}"),
    ])
  func paste(text: String, expected: String) {
    let bytes = Array("k\u{1B}[200~\(text)\u{1B}[201~j".utf8)
    let events: [TerminalEvent] = [.key(.character("k")), .paste(expected), .key(.character("j"))]
    for cut in bytes.indices {
      var decoder = InputDecoder()
      #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == events)
    }
    var decoder = InputDecoder()
    #expect(bytes.flatMap { decoder.decode([$0]) } == events)
  }

  @Test("An unfinished paste is not taken for keys, however long it waits")
  func unfinishedPaste() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1B}[200~rm\r\u{1B}".utf8).isEmpty)
    #expect(!decoder.isWaiting)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.decode("[201~".utf8) == [.paste("rm\n")])
  }

  @Test("A paste of a megabyte in small pieces arrives whole")
  func largePaste() {
    var decoder = InputDecoder()
    let text = String(repeating: "深 paper\n", count: 90_000)
    var events = decoder.decode("\u{1B}[200~".utf8)
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 4096) {
      events += decoder.decode(bytes[start..<min(start + 4096, bytes.count)])
    }
    events += decoder.decode("\u{1B}[201~".utf8)
    #expect(events == [.paste(text)])
  }

  @Test("A sequence without an end is broken off at the same place however its bytes come")
  func endlessSequence() {
    let bytes = Array("\u{1B}[\(String(repeating: "1;", count: 100))~j".utf8)
    var whole = InputDecoder()
    let atOnce = whole.decode(bytes)
    var cut = InputDecoder()
    #expect(bytes.flatMap { cut.decode([$0]) } == atOnce)
    #expect(atOnce.last == .key(.character("j")))
  }

  @Test("No bytes stop the decoder", arguments: 0..<50)
  func random(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var decoder = InputDecoder()
    let alphabet: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x7E, 0x30, 0x31, 0x32, 0x3B, 0x41, 0xE6, 0xB7, 0xB1, 0,
    ]
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let pick = Int(state >> 33)
      _ = decoder.decode([pick % 3 == 0 ? UInt8(pick >> 3 & 0xFF) : alphabet[pick % alphabet.count]]
      )
      if pick % 17 == 0 { _ = decoder.flush() }
    }
    _ = decoder.decode("\u{1B}[201~".utf8)
    _ = decoder.flush()
    #expect(decoder.decode("j".utf8) == [.key(.character("j"))])
  }
}

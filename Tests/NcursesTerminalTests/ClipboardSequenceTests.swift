import Testing

@testable import NcursesTerminal

@Suite("Clipboard")
struct ClipboardSequenceTests {
  @Test(
    "Base64 agrees with the test vectors of RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("深?", "5rexPw=="),
    ])
  func vectors(text: String, expected: String) {
    #expect(String(decoding: base64(text.utf8), as: UTF8.self) == expected)
  }

  @Test(
    "The terminal is sent OSC 52, and tmux the same once more wrapped for the terminal around it")
  func sequence() {
    let plain = "\u{1B}]52;c;Zm9v\u{7}"
    #expect(clipboardSequence(for: "foo", inside: nil) == Array(plain.utf8))
    #expect(
      clipboardSequence(for: "foo", inside: .tmux)
        == Array("\(plain)\u{1B}Ptmux;\u{1B}\(plain)\u{1B}\\".utf8))
  }
}

import Terminal
import Testing

@Suite("Truncation and padding")
struct TruncationTests {
  @Test(
    "A text is cut at a cluster to the columns, with an ellipsis where something is missing",
    arguments: [
      ("Attention", 9, "Attention"), ("Attention", 8, "Attenti…"), ("Attention", 1, "…"),
      ("Attention", 0, ""), ("Attention", -3, ""), ("", 0, ""), ("深層学習", 8, "深層学習"),
      ("深層学習", 7, "深層学…"), ("深層学習", 6, "深層…"), ("深層学習", 2, "…"),
      ("née", 3, "née"), ("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…"), ("e\u{301}e\u{301}e", 2, "e\u{301}…"),
    ])
  func cuts(text: String, columns: Int, expected: String) {
    #expect(truncate(text, to: columns) == expected)
  }

  @Test("Another ellipsis takes its own columns, and is cut where it does not fit")
  func ellipsis() {
    #expect(truncate("Attention", to: 8, ellipsis: "...") == "Atten...")
    #expect(truncate("Attention", to: 2, ellipsis: "...") == "..")
    #expect(truncate("Attention", to: 4, ellipsis: "") == "Atte")
  }

  @Test("A truncated text never takes more than its columns", arguments: 0...40)
  func property(columns: Int) {
    for text in wrappingSamples {
      let cut = truncate(text, to: columns)
      #expect(displayWidth(of: cut) <= columns)
      if displayWidth(of: text) <= columns, columns > 0 { #expect(cut == text) }
    }
  }

  @Test("Padding adds blanks on one side and cuts nothing")
  func pads() {
    #expect("深".padded(to: 4) == "深  ")
    #expect("深".paddedLeft(to: 4) == "  深")
    #expect("Attention".padded(to: 3) == "Attention")
    #expect("Attention".paddedLeft(to: -1) == "Attention")
    // A spacing mark stands on the blank before it, and both take two columns together.
    let marks = "\u{CF3}\u{CF3}a"
    #expect(displayWidth(of: marks.paddedLeft(to: 12)) == 12)
  }

  @Test("The beginning of a text holds whole clusters only")
  func prefix() {
    #expect("a深b".prefix(columns: 2) == "a")
    #expect("a深b".prefix(columns: 3) == "a深")
    #expect("ab".prefix(columns: 9) == "ab")
    #expect("ab".prefix(columns: -1).isEmpty)
  }
}

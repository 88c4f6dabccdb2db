import ReadingModel
import Testing

/// Texts and addresses in the form that most have are read by a short way; these tests compare it with
/// the long one.
@Suite("Plain forms")
struct PlainFormsTests {
  @Test(
    "A plain address is the same identifier as one with a fragment, which is none",
    arguments: [
      "https://arxiv.org/abs/1706.03762", "http://www.example.org", "https://www.com/",
      "https://example.org/a/b.pdf//", "https://example.org//a", "https://example.org/./a/../b",
      "https://example.org/.well-known", "https://.example.org/a", "https://example.org./a",
      "https://Example.org/A", "https://example.org:80/a", "https://example.org/a%41", "https://",
      "https:///a", "http://localhost/x_y-z", "https://user@example.org/a", "https://a.b\\c/d",
    ])
  func addresses(address: String) {
    #expect(Identifier.url(address) == Identifier.url(address + "#part"))
  }

  @Test("A letter is folded the same by itself and before one that is folded the long way")
  func folding() {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x17F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2600...0x27BF, 0x3041...0x30FA,
      0x3400...0x3500, 0x9F00...0x9FFF, 0xAC00...0xAD00, 0xD700...0xD7A3, 0x1F300...0x1FAFF,
    ]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) {
      let text = "a" + String(scalar) + "Z"
      #expect(SafeText.folded(text) + "α" == SafeText.folded(text + "α"))
    }
    #expect(SafeText.folded("Łukasz Đỗ, ÉCOLE ﬁ") == "lukasz do, ecole ﬁ")
  }

  @Test(
    "The family name of the first author is what people sort by",
    arguments: [
      ("Ashish Vaswani", "vaswani"), ("Vaswani, Ashish", "vaswani"),
      ("van der Maaten, L.", "maaten"),
      ("Vaswani et al.", "vaswani"), ("Vaswani et al., 2017", "vaswani"),
      ("Łukasz Çağlar ", "caglar"),
      ("OpenAI", "openai"), (", Jr.", nil), ("et al.", nil), ("et al. ", nil), ("", nil),
      ("  ", nil),
    ])
  func familyName(author: String, name: String?) {
    #expect(PaperLikeness.firstFamilyName([author, "Another One"]) == name)
  }

  @Test(
    "A plain DOI is the same as one with a full stop behind it",
    arguments: [
      "10.1234/abc", "10.1234/ABC", "10.123/abc", "10.1234567890/a", "10.1234.5/a", "10.1234/a(1)b",
      "10.48550/arXiv.1706.03762", "10.48550/arXiv.17", "10.1234/a b", "10.1234/é", "10.1234",
      "10.",
      "10.1234/a/b", "10.12a4/b",
    ])
  func doi(text: String) {
    #expect(Identifier.doi(text) == Identifier.doi(text + "."))
  }

  @Test(
    "A page at arXiv is the same with and without its version",
    arguments: ["1706.03762", "1713.03762", "hep-th/9901001", "x", ""])
  func arxivPage(name: String) {
    let page = "https://arxiv.org/abs/\(name)"
    let other = Identifier.recognise("http://www.arxiv.org/abs/\(name)")
    if other?.scheme == .arxiv {
      #expect(Identifier.recognise(page) == other && Identifier.recognise(page + "v2") == other)
    } else {
      #expect(Identifier.recognise(page)?.scheme == .url)
    }
  }

  @Test(
    "A plain arXiv identifier is the same as one with a version",
    arguments: ["1706.03762", "0704.0001", "1713.03762", "1700.0001", "1706.037", "1706.037621"])
  func arxiv(text: String) {
    #expect(Identifier.arxiv(text) == Identifier.arxiv(text + "v1"))
  }

  @Test(
    "A plain text is the same as one with a space behind it, which is taken away",
    arguments: [
      "a", "ab cdefgh ijk", "12345678  x", "1234567  89", " a", "a b c d e f g h", "seven77 8",
      "a\tb", "Ñandú Łódź Nguyễn Đorđe Žižek", "Москва", "a\u{A0}b", "a\u{AD}b", "a\u{85}b",
      "“a” – b…",
      "\u{202E}abcdefgh", "abcdefg\u{7F}h", "abcdefgh\u{0}", "注意力", "e\u{301}",
    ])
  func lines(text: String) {
    #expect(SafeText.line(text) == SafeText.line(text + " "))
    let block = text + "\n\nabcdefgh ijklmnop\n  - q"
    #expect(SafeText.block(block) == SafeText.block(block + "\n"))
  }
}

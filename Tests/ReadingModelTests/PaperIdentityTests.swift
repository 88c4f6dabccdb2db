import ReadingModel
import Testing

@Suite("Paper identity")
struct PaperIdentityTests {
  @Test("The key is the best identifier, whatever their order")
  func bestIdentifier() {
    let url = Identifier(canonical: "https://a.org/", scheme: .url)
    let doi = Identifier(canonical: "10.1162/neco.1991.3.1.79", scheme: .doi)
    let arxiv = Identifier(canonical: "1706.03762", scheme: .arxiv)
    #expect(Paper(title: "A", identifiers: [url, doi, arxiv]).key == "arxiv:1706.03762")
    #expect(Paper(title: "A", identifiers: [url, doi]).key == "doi:10.1162/neco.1991.3.1.79")
    #expect(Paper(title: "A", identifiers: [url]).key == "url:https://a.org/")
    #expect(Paper(title: "The First LLM").key == "title:the-first-llm")
  }

  @Test(
    "A title key has letters and digits of any script, joined by hyphens",
    arguments: [
      ("The First LLM", "the-first-llm"),
      ("  the — first: LLM! ", "the-first-llm"),
      ("Schrödinger’s Œuvre", "schrodinger-s-oeuvre"),
      ("Scho\u{308}n", "schon"),
      ("注意力就是一切 2", "注意力就是一切-2"),
      ("Внимание – это всё", "внимание-это-все"),
      ("हिन्दी में", "हिन्दी-में"),
      ("がぎ", "がぎ"),
      ("か\u{3099}", "が"),
      (
        "[Unidentified: LLM reasoning as a computational process]",
        "unidentified-llm-reasoning-as-a-computational-process"
      ),
      ("???", "u3f-u3f-u3f"),
      ("🦙", "u1f999"),
      ("", "untitled"),
      ("\u{200B}\u{7}", "untitled"),
    ])
  func titleKey(title: String, key: String) {
    let found = Paper(title: title).titleKey
    #expect(Array(found.utf8) == Array(key.utf8))
  }
}

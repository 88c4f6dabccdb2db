import Interchange
import ReadingModel
import Testing

@Suite("Notes export")
struct NoteFilesTests {
  static func detail(_ title: String, key: String? = nil, notes: [Note] = []) -> PaperDetail {
    PaperDetail(
      id: PaperID(rawValue: 1), key: key ?? Paper(title: title).key, paper: Paper(title: title),
      progress: Progress(), notes: notes, added: "2026-01-01T08:00:00Z")
  }

  private func name(_ title: String) -> String { NoteFiles.print([Self.detail(title)])[0].name }

  private var vaswani: PaperDetail {
    PaperDetail(
      id: PaperID(rawValue: 1), key: "arxiv:1706.03762",
      paper: Paper(
        title: "Attention: Is \"It\" All?", authors: ["Ashish Vaswani", "et al."], year: 2017,
        links: [Link(kind: .paper, url: "https://arxiv.org/abs/1706.03762")]),
      progress: Progress(status: .read, pass: 2, rating: 4), tags: ["2020", "moe"],
      notes: [
        Note(
          id: NoteID(rawValue: 1), body: "First.\n\n- a  \n- b\n\n",
          created: "2026-03-01T10:00:00Z",
          updated: "2026-03-02T10:00:00Z", versions: 2),
        Note(
          id: NoteID(rawValue: 2), body: "Second", created: "2026-03-01T11:00:00Z",
          updated: "2026-03-01T11:00:00Z", versions: 1),
      ], added: "2026-01-01T08:00:00Z")
  }

  @Test("A file has the facts as YAML and the notes as they were written, by day")
  func file() {
    #expect(
      NoteFiles.print([vaswani]) == [
        ExportedFile(
          name: "Attention Is It All.md",
          contents: """
            ---
            generator: lectern
            key: arxiv:1706.03762
            title: "Attention: Is \\"It\\" All?"
            authors:
              - Ashish Vaswani
              - et al.
            year: 2017
            status: read
            rating: 4
            tags:
              - "2020"
              - moe
            links:
              - https://arxiv.org/abs/1706.03762
            added: 2026-01-01T08:00:00Z
            updated: 2026-03-02T10:00:00Z
            ---

            # Attention: Is "It" All?

            ## 2026-03-01

            First.

            - a\u{20}\u{20}
            - b

            ## 2026-03-01

            Second

            """)
      ])
  }

  @Test("What is not known is left out, and what there is none of is an empty sequence")
  func bareFile() {
    #expect(
      NoteFiles.print([Self.detail("A")])[0].contents == """
        ---
        generator: lectern
        key: title:a
        title: A
        authors: []
        status: unread
        tags: []
        links: []
        added: 2026-01-01T08:00:00Z
        ---

        # A

        """)
  }

  @Test("One document holds the notes of all papers")
  func document() {
    #expect(
      NoteDocument.print([vaswani, Self.detail("B")]) == """
        # Notes

        ## Attention: Is "It" All?

        Ashish Vaswani et al., 2017. arxiv:1706.03762. read, rated 4 of 5.

        ### 2026-03-01

        First.

        - a\u{20}\u{20}
        - b

        ### 2026-03-01

        Second

        ## B

        title:b. unread.

        """)
  }

  @Test(
    "A title gives a name that every file system takes",
    arguments: [
      ("BERT: Pre-training", "BERT Pre-training.md"),
      ("a/b\\c|d<e>f?g*h\"i", "a b c d e f g h i.md"),
      ("...hidden", "hidden.md"), ("../../etc/passwd", "etc passwd.md"), ("What?.", "What.md"),
      ("CON", "Paper CON.md"), ("nul.txt", "Paper nul.txt.md"), ("com1", "Paper com1.md"),
      ("LPT¹ x", "Paper LPT¹ x.md"), ("Conn", "Conn.md"), ("", "Paper.md"), ("???", "Paper.md"),
      ("[[Link]] #tag ^x", "Link tag x.md"), ("a\u{1B}[31m\nb", "a b.md"), ("注意力", "注意力.md"),
      ("--flag", "flag.md"), ("100%", "100.md"),
    ])
  func names(title: String, expected: String) {
    #expect(name(title) == expected)
  }

  @Test("Long names are cut between clusters")
  func longNames() {
    for title in ["注", "👩‍💻", "é", "word ", "a."] {
      let name = name(String(repeating: title, count: 200))
      #expect(name.utf8.count <= 120)
      #expect(name.utf8.count > 100)
      #expect(name.hasSuffix(".md") && !name.hasSuffix(" .md") && !name.hasSuffix("..md"))
      #expect(!name.contains("\u{FFFD}"))
    }
  }

  @Test("Names that differ in case or accents alone are told apart, whatever the order")
  func collisions() {
    let long = String(repeating: "x", count: 200)
    let papers = [
      Self.detail("Résumé", key: "doi:1"), Self.detail("RESUME", key: "doi:2"),
      Self.detail("Other", key: "doi:3"), Self.detail(long, key: "doi:4"),
      Self.detail(long + "y", key: "doi:5"),
    ]
    let files = NoteFiles.print(papers)
    let names = files.map(\.name)
    #expect(Set(names.map { SafeText.folded($0) }).count == 5)
    #expect(names.allSatisfy { $0.utf8.count <= 120 })
    #expect(names[0].hasPrefix("Résumé ") && names[2] == "Other.md")
    #expect(NoteFiles.print(papers.reversed()) == files.reversed())
  }
}

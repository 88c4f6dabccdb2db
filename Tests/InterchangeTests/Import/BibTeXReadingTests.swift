import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("BibTeX import")
struct BibTeXReadingTests {
  private func entry(_ fields: String, type: String = "article") throws -> ParsedEntry {
    let read = try Read("@\(type){key,\n\(fields)\n}\n", as: "bibtex")
    return try #require(read.entries.first)
  }

  @Test(
    "Markup is read wherever in a value it stands", arguments: 0...80)
  func markupAnywhere(place: Int) throws {
    func text(_ middle: String) -> String {
      String(repeating: "a", count: place) + middle + String(repeating: "b", count: 80 - place)
    }
    for (markup, meaning) in [
      ("--", "–"), ("\\'e", "é"), ("\\&", "&"), ("{B}", "B"), ("x~y", "x y"), ("x\ny", "x y"),
      ("``x''", "“x”"), ("x@y", "x@y"), ("x-'|y", "x-'|y"),
    ] {
      let paper = try entry("title = {\(text(markup))}, note = \"\(text(""))\"").paper
      #expect(paper.title == text(meaning))
    }
  }

  @Test(
    "References of HTML stand for their characters, which are no markup",
    arguments: [
      ("R&amp;D of Things", "R&D of Things"), ("&lt;A&gt; &#x2014; &#955;", "<A> — λ"),
      ("&lbrace;&#123;&#125;&#36;x&#36;&#126;&#92;a", "&lbrace;{}$x$~\\a"),
      ("R\\&amp;D \\& &amp;", "R&amp;D & &"), ("A & B; C &nothing; D&", "A & B; C &nothing; D&"),
      ("{&Auml;}rger &amp;amp; more", "Ärger &amp; more"),
    ])
  func references(markup: String, meaning: String) throws {
    #expect(try entry("title = {\(markup)}").paper.title == meaning)
    #expect(try entry("title = \"\(markup)\" # {}").paper.title == meaning)
  }

  @Test("References of HTML are read in names and addresses")
  func referencesElsewhere() throws {
    let paper = try entry(
      "title = {A}, author = {M&#xfc;ller, Ada and Bo &Oslash;rsted},"
        + " url = {https://e.org/a?b=1&amp;c=2&copy=3}"
    ).paper
    #expect(paper.authors == ["Ada Müller", "Bo Ørsted"])
    #expect(paper.links.map(\.url) == ["https://e.org/a?b=1&c=2&copy=3"])
  }

  @Test("An entry has its facts, its line and no warnings")
  func facts() throws {
    let read = try Read(
      """
      % a library

      @InProceedings{vaswani2017,
        title     = {Attention Is All You Need},
        author    = "Vaswani, Ashish and Noam Shazeer and others",
        booktitle = {Advances in Neural Information Processing Systems},
        year      = 2017,
        month     = jun,
        eprint    = {1706.03762v5},
        archivePrefix = {arXiv},
        url       = {https://arxiv.org/abs/1706.03762},
        abstract  = {The dominant models
          are recurrent.

          We propose one that is not.},
        keywords  = {transformers, attention},
      }
      """, as: "bibtex")
    #expect(read.warnings.isEmpty)
    #expect(read.leftOut == [Diagnostic(line: 1, message: "% a library")])
    let entry = try #require(read.entries.first)
    #expect(entry.line == 3)
    #expect(entry.paper.title == "Attention Is All You Need")
    #expect(entry.paper.authors == ["Ashish Vaswani", "Noam Shazeer", Paper.otherAuthors])
    #expect(entry.paper.year == 2017)
    #expect(entry.paper.venue == "Advances in Neural Information Processing Systems 2017")
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:1706.03762"])
    #expect(
      entry.paper.links == [Link(kind: .paper, url: "https://arxiv.org/abs/1706.03762")])
    #expect(
      entry.paper.abstract
        == "The dominant models are recurrent.\n\nWe propose one that is not.")
    #expect(entry.marks.tags == ["transformers", "attention"])
  }

  @Test("Everything that BibTeX counts as an entry is one, and nothing else")
  func counting() throws {
    let read = try Read(
      """
      @string{jmlr = "Journal of Machine Learning Research"}
      @Preamble{"\\newcommand{\\noopsort}[1]{}"}
      @comment{jabref-meta: databaseType:bibtex;}
      @comment{@article{inside, title = {No entry},
      }}
      A line about someone@example.org and @someone.
      @article(round, title = {In parentheses})
      @misc{, title = {Without a key}}
      @misc{title = {Without a key or comma}}
      @misc{only-a-key}
      @xdata{shared, publisher = {A Press}}
      % @book{out, title = {Commented out}}
        @book{indented, title = {Indented}} @book{same-line, title = {Same line}}
      @book { spaced , title = {Spaced} , }
      """, as: "bibtex")
    #expect(
      read.entries.map(\.paper.title) == [
        "In parentheses", "Without a key", "Without a key or comma", "only-a-key", "shared",
        "Indented", "Same line", "Spaced",
      ])
    #expect(read.entries.map(\.line) == [7, 8, 9, 10, 11, 13, 13, 14])
    #expect(read.entries.map(\.paper.hasWorkingTitle).filter(\.self).count == 2)
    #expect(read.leftOut.map(\.line) == [2, 3, 4, 6, 12])
    #expect(read.warnings.isEmpty)
  }

  @Test("Abbreviations are filled in, joined and redefined")
  func abbreviations() throws {
    let read = try Read(
      """
      @string{jmlr = "Journal of " # {Machine Learning}}
      @STRING(full = JMLR # " Research")
      @article{a, title = "A", journal = Full, year = 2001}
      @string{jmlr = {JMLR}}
      @article{b, title = "B" # { and } # 2, journal = jmlr, month = 1 # "~" # jan}
      @article{c, title = "C", journal = unknown}
      @article{d, title = "D", journal = unknown}
      """, as: "bibtex")
    #expect(
      read.entries.map(\.paper.venue) == [
        "Journal of Machine Learning Research 2001", "JMLR", "unknown", "unknown",
      ])
    #expect(read.entries[1].paper.title == "B and 2")
    #expect(read.warnings.map(\.line) == [6])
    #expect(read.warnings.first?.message.contains("unknown") == true)
  }

  @Test(
    "Years are found in whatever a field says",
    arguments: [
      ("year = 2017", 2017), ("year = {c. 1998}", 1998), ("year = {[1843]}", 1843),
      ("date = {2014-02-02/2015-01}", 2014), ("date = {1723~}", 1723),
      ("date = {2020-05}, year = 1999", 2020), ("year = {forthcoming}", nil),
      ("year = {19XX}", nil), ("year = {123456}", nil), ("year = {}", nil),
    ] as [(String, Int?)])
  func years(fields: String, year: Int?) throws {
    #expect(try entry("title = {T}, " + fields).paper.year == year)
  }

  @Test(
    "The place of publication is the best there is, with the year",
    arguments: [
      ("journal = {Nature}, year = 2015", "Nature 2015"),
      ("journaltitle = {Nature}, date = {2015-05}", "Nature 2015"),
      ("booktitle = {ICML 2019}, publisher = {PMLR}, year = 2019", "ICML 2019"),
      ("school = {MIT}, year = 2001", "MIT 2001"),
      ("publisher = {A Press}", "A Press"),
      ("howpublished = {Blog}, year = 2020", "Blog 2020"),
      ("howpublished = {\\url{https://example.org}}", nil),
      ("journal = {arXiv preprint arXiv:1706.03762}, year = 2017", nil),
      ("journal = {CoRR}, volume = {abs/1706.03762}, year = 2017", nil),
      ("publisher = {arXiv}, eprint = {1706.03762}, year = 2017", nil),
      ("journal = {arXiv}, year = 2017", "arXiv 2017"),
    ] as [(String, String?)])
  func venues(fields: String, venue: String?) throws {
    #expect(try entry("title = {T}, " + fields).paper.venue == venue)
  }

  @Test(
    "Identifiers are found wherever people put them",
    arguments: [
      ("doi = {10.1000/XYZ_1}", ["doi:10.1000/xyz_1"]),
      ("doi = {https://doi.org/10.1000/xyz\\_1}", ["doi:10.1000/xyz_1"]),
      ("doi = {10.1000/xyz{\\_}1}", ["doi:10.1000/xyz_1"]),
      ("doi = {10.48550/arXiv.1706.03762}", ["arxiv:1706.03762"]),
      ("eprint = {1706.03762}", ["arxiv:1706.03762"]),
      ("eprint = {arXiv:1706.03762v2}", ["arxiv:1706.03762"]),
      (
        "eprint = {9901001}, archivePrefix = {arXiv}, primaryClass = {hep-th}",
        ["arxiv:hep-th/9901001"]
      ),
      ("eprint = {1706.03762}, eprinttype = {jstor}", []),
      ("arxivId = {1706.03762}", ["arxiv:1706.03762"]),
      ("journal = {arXiv preprint arXiv:1706.03762}", ["arxiv:1706.03762"]),
      ("journal = {arXiv:1706.03762 [cs]}", ["arxiv:1706.03762"]),
      ("journal = {ArXiv}, volume = {abs/1706.03762}", ["arxiv:1706.03762"]),
      ("number = {arXiv:1706.03762}", ["arxiv:1706.03762"]),
      ("note = {arXiv:1706.03762 [cs.CL]}", ["arxiv:1706.03762"]),
      (
        "howpublished = {\\url{https://openreview.net/forum?id=abcDEF123}}",
        ["openreview:abcDEF123"]
      ),
      ("url = {https://example.org/~a\\_b}", ["url:https://example.org/~a_b"]),
      ("url = {https://example.org/{\\textasciitilde}a}", ["url:https://example.org/~a"]),
      ("url = {https://example.org/$\\sim$a--b}", ["url:https://example.org/~a--b"]),
      ("note = {See \\url{https://example.org/a}.}", ["url:https://example.org/a"]),
      // A note speaks of another work.
      ("doi = {10.1000/a}, note = {Extends https://arxiv.org/abs/1706.03762}", ["doi:10.1000/a"]),
      ("annote = {Compare https://arxiv.org/abs/1706.03762}", []),
    ])
  func identifiers(fields: String, keys: [String]) throws {
    #expect(try entry("title = {T}, " + fields).paper.identifiers.map(\.key) == keys)
  }

  @Test("Addresses are sorted into the work, its code and its pages")
  func links() throws {
    let paper = try entry(
      """
      title = {T}, url = {https://example.org/paper}, code = {https://github.com/a/b},
      slides = {https://example.org/slides}, note = {\\url{https://github.com/c/d}}
      """
    ).paper
    #expect(
      paper.links == [
        Link(kind: .paper, url: "https://example.org/paper"),
        Link(kind: .code, url: "https://github.com/a/b"),
        Link(kind: .page, url: "https://example.org/slides"),
        Link(kind: .page, url: "https://github.com/c/d"),
      ])
  }

  @Test("Notes are remarks, unless they are only an address")
  func remarks() throws {
    let remark = try entry(
      """
      title = {T}, note = {\\url{https://example.org/a}}, annote = {First, \\emph{this}.},
      comment = {Points:
        - one
        - two
        and more}, review = "Second."
      """
    ).remark
    #expect(remark == "First, this.\n\nPoints:\n- one\n- two and more\n\nSecond.")
    #expect(try entry("title = {T}, note = {Accepted at ICML}").remark == "Accepted at ICML")
  }

  @Test("Marks of reference managers are taken over")
  func marks() throws {
    for (fields, marks) in [
      ("keywords = {a; b, c}", ReaderMarks(tags: ["a", "b, c"])),
      (
        "keywords = {a,b}, groups = {Mine}, mendeley-tags = {b}",
        ReaderMarks(tags: ["a", "b", "Mine"])
      ),
      ("readstatus = {read}, ranking = {rank4}", ReaderMarks(status: .read, rating: 4)),
      ("readstatus = {skimmed}", ReaderMarks(status: .reading, pass: 1)),
      ("keywords = {rank2, x}", ReaderMarks(rating: 2, tags: ["x"])),
      ("read = {1}, rating = {3}", ReaderMarks(status: .read, rating: 3)),
    ] {
      #expect(try entry("title = {T}, " + fields).marks == marks)
    }
  }

  @Test("A title has its subtitle, and other titles stand in for it")
  func titles() throws {
    #expect(try entry("title = {A}, subtitle = {B}").paper.title == "A: B")
    #expect(try entry("title = {A?}, subtitle = {B}").paper.title == "A? B")
    let proceedings = try entry("booktitle = {ICML}", type: "proceedings").paper
    #expect(proceedings.title == "ICML" && proceedings.venue == nil)
    let short = try entry("title = {{{BERT}}: Pre-training}, shorttitle = {{{BERT}}}").paper
    #expect(short.shortName == "BERT" && short.title == "BERT: Pre-training")
    #expect(try entry("title = {A Long Title}, shorttitle = {A Long}").paper.shortName == nil)
    #expect(try entry("title = {Physics}, shorttitle = {Physics}").paper.shortName == nil)
  }

  @Test("The type of an entry says what sort of work it is")
  func kinds() throws {
    #expect(try entry("title = {T}", type: "SOFTWARE").paper.kind == .tool)
    #expect(try entry("title = {T}", type: "online").paper.kind == .article)
    #expect(try entry("title = {T}, eprint = {1706.03762}", type: "online").paper.kind == .paper)
    #expect(try entry("title = {T}", type: "never-heard-of").paper.kind == .paper)
  }

  @Test("What Lectern prints reads back equal")
  func roundTrip() throws {
    let papers = [
      Paper(
        title: "On 100% of {sets} & $costs_ of a~b, C# – “q” \\ ^",
        authors: ["José Ñandú", "R&D Team"],
        year: 2020, venue: "NeurIPS 2020",
        identifiers: [
          Identifier(canonical: "2005.00001", scheme: .arxiv),
          Identifier(canonical: "10.1000/a_b", scheme: .doi),
        ], links: [Link(kind: .paper, url: "https://arxiv.org/abs/2005.00001")]),
      Paper(
        title: "Untitled thoughts", authors: ["Ann O'Neil", Paper.otherAuthors], year: nil,
        identifiers: [Identifier(canonical: "https://example.org/x", scheme: .url)],
        links: [Link(kind: .paper, url: "https://example.org/x")]),
    ]
    let listed = papers.enumerated().map { index, paper in
      ListedPaper(
        id: PaperID(rawValue: Int64(index)), key: paper.key, paper: paper, progress: Progress(),
        tags: [], position: index + 1, remark: "")
    }
    let read = try Read(BibTeX.print(listed), as: "bibtex")
    #expect(read.entries.map(\.paper) == papers)
    #expect(read.warnings.isEmpty)
  }

  @Test(
    "A text is taken for BibTeX when it begins as BibTeX",
    arguments: [
      ("% comment\n\n@article{a,\n title={T}}", "", "bibtex"),
      ("@string{a = \"b\"}", "", "bibtex"),
      ("A preamble.\n@article{a,\n title={T}}", "my.bib", "bibtex"),
      ("@Comment{jabref-meta: x;}", "", "bibtex"),
      ("@media (max-width: 5px) { a { b: c } }", "a.css", nil),
      ("@Component({ selector: 'a' })", "", nil),
      ("@someone said this", "", nil),
      ("", "empty.bib", "bibtex"),
    ] as [(String, String, String?)])
  func detection(text: String, name: String, format: String?) {
    let found = Read.format(of: text, name: name)
    #expect(format == nil ? found != "bibtex" : found == format)
  }

  @Test("A page that cites itself in BibTeX leaves room for other formats")
  func citingPages() throws {
    let page = "# A repository\n\nCite:\n```\n@article{a,\n title={T}}\n```"
    let importer = try #require(Importers.named("bibtex"))
    let source = ImportSource(name: "README.md", data: Data(page.utf8))
    #expect(importer.likelihood(source, source.sample) == .possible)
  }
}

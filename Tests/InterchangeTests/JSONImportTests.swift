import Interchange
import ReadingModel
import Testing

@Suite("JSON import")
struct JSONImportTests {
  @Test("Papers are found in every shape of document")
  func shapes() throws {
    let paper = #"{"title":"A","url":"https://a.org/1"}"#
    for (text, count) in [
      ("[\(paper),\(paper)]", 2), (paper, 1), ("\(paper)\n\(paper)\n\n\(paper)\n", 3),
      ("{\"papers\":[\(paper)]}", 1),
      ("{\"count\":2,\"message\":{\"items\":[\(paper),\(paper)]}}", 2),
      ("{\"2024\":[\(paper)],\"2025\":[\(paper),\(paper)]}", 3), ("[[\(paper)],[\(paper)]]", 2),
      ("{\"x\":\(paper),\"y\":\(paper)}", 2), ("[]", 0), ("{}", 1), ("[\"1706.03762\"]", 1),
      ("{\"sections\":[{\"title\":\"S\",\"papers\":[\(paper)]},{\"items\":[\(paper)]}]}", 2),
    ] {
      let document = try read(text, as: "json")
      #expect(document.count == count, "\(text)")
    }
    let keyed = try read("{\"2024\":[\(paper)],\"2025\":[\(paper)]}", as: "json")
    #expect(keyed.lists.first?.sections.map(\.title) == ["2024", "2025"])
  }

  @Test("Keys of every spelling are understood")
  func keys() throws {
    let document = try read(
      #"""
      {"paper_title": "Attention", "Authors": [{"name": "Ashish Vaswani"}, "Shazeer, Noam"],
       "publication_date": "2017-06-12", "externalIds": {"ArXiv": "1706.03762", "CorpusId": 1},
       "links": {"pdf": "https://a.org/x.pdf", "code": "https://github.com/a/b"},
       "journal": {"name": "NeurIPS"}, "abstract": "An abstract.", "tldr": {"text": "Short."},
       "keywords": ["moe", "attention"], "my_rating": "4/5", "read": true, "pages": "1-11"}
      """#, as: "json")
    let entry = try #require(document.entries.first)
    #expect(entry.paper.title == "Attention" && entry.paper.venue == "NeurIPS")
    #expect(entry.paper.authors == ["Ashish Vaswani", "Noam Shazeer"])
    #expect(entry.paper.year == 2017 && entry.paper.abstract == "An abstract.")
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:1706.03762"])
    #expect(entry.paper.links.map(\.kind) == [.paper, .code])
    #expect(entry.remark == "Short.")
    #expect(entry.marks == ReaderMarks(status: .read, rating: 4, tags: ["moe", "attention"]))
    #expect(document.leftOut.map(\.message).contains { $0.contains("pages") })
  }

  @Test("An address does not become a title")
  func titles() throws {
    let entry = try #require(
      try read(
        #"[{"paper": "https://arxiv.org/abs/1706.03762", "model": "Transformer"}]"#, as: "json"
      )
      .entries.first)
    #expect(entry.paper.title == "Transformer" && entry.paper.hasWorkingTitle)
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:1706.03762"])
  }

  @Test("Every entry has the line it begins on")
  func lines() throws {
    let document = try read(
      "[\n {\"title\":\"A\"},\r\n\n {\n\"title\":\"B\"}, {\"title\":\"C\"}]", as: "json")
    #expect(document.entries.map(\.line) == [2, 4, 5])
  }

  @Test(
    "A damaged element is named, and those around it are read",
    arguments: [
      ("[{\"title\":\"A\"},{\"title\" \"B\"},{\"title\":\"C\"}]", ["A", "C"]),
      ("[\n  {\"title\":\"A\"},\n  {\"title\":\"B},\n  {\"title\":\"C\"}\n]", ["A", "C"]),
      (
        "[\n  {\n    \"title\":\"A\",\n  },\n  {\n    \"title\": [{\"x\":1},\n  },\n  {\n    \"title\":\"C\"\n  }\n]",
        ["A", "C"]
      ),
      ("{\"title\":\"A\"}\n{\"title\":\n{\"title\":\"C\"}\n", ["A", "C"]),
      ("{\"items\":[{\"title\":\"A\"},{\"title\":\"B\",]},{\"title\":\"C\"}]}", ["A", "C"]),
    ])
  func damage(text: String, titles: [String]) throws {
    let document = try read(text, as: "json")
    #expect(document.entries.map(\.paper.title) == titles)
    #expect(document.warnings.count == 1)
  }

  @Test("Parts that describe no paper are named, and where there are many, counted")
  func many() throws {
    let text = "[" + String(repeating: "\n\"x\",", count: 150) + "\n{\"title\":\"A\"}]"
    let document = try read(text, as: "json")
    #expect(document.count == 1 && document.warnings.count == 101)
    #expect(document.warnings.last?.line == 102)
    #expect(document.warnings.last?.message.hasPrefix("50 more") == true)
  }

  @Test("A document that breaks off keeps every whole entry before the break")
  func truncation() throws {
    let text = #"{"papers": [{"title": "Aé", "authors": ["X"]}, {"title": "B\u00e9"}]}"#
    let bytes = Array(text.utf8)
    let first = Array(#"{"papers": [{"title": "Aé", "authors": ["X"]}"#.utf8).count
    for length in 0...bytes.count {
      let document = try read(Array(bytes.prefix(length)), as: "json")
      let whole = length < first ? 0 : length < bytes.count - 2 ? 1 : 2
      #expect(document.count >= whole, "\(length)")
    }
  }

  @Test("Numbers of shapes that hurt are read in time that the size bounds")
  func hostile() throws {
    let size = 500_000
    func filled(_ piece: String) -> String {
      String(repeating: piece, count: size / piece.utf8.count)
    }
    let clock = ContinuousClock()
    let plain = try clock.measure {
      _ = try read("[" + filled("{\"title\":\"A paper\"},"), as: "json")
    }
    for piece in [
      "[", "{", "{\"a\":", "[{\"a\":[", "{\"title\":},", "\"", "\\", "{\"a\":\"b,", "]", "}{", ",",
      "\0", "\"\\ud800",
    ] {
      for start in ["", "{\"sections\":["] {
        let time = try clock.measure { _ = try read(start + filled(piece), as: "json") }
        #expect(time < plain * 20 + .seconds(2), "\(start)\(piece)")
      }
    }
  }

  @Test("Changed bytes never bring a reader down")
  func mutations() throws {
    var random = SeededRandom(seed: 7)
    let texts = [
      #"{"papers":[{"title":"A","authors":[{"name":"X"}],"year":2017,"doi":"10.1000/1"},{"title":"B"}]}"#,
      #"[{"id":"a","type":"article-journal","issued":{"date-parts":[["2017",6]]},"title":"<i>A</i>"}]"#,
      #"{"collections":{"C":{"name":"C","items":[1]}},"items":[{"itemType":"book","itemID":1,"title":"T"}]}"#,
      "references:\n- id: a\n  title: '*A*'\n  issued:\n    - year: 2017\n- id: b\n  title: B\n",
      "title,authors,year\n\"A, \"\"b\"\"\",\"X; Y\",2017\nB,Z,2018\n",
    ]
    for _ in 0..<150 {
      for text in texts {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = "{}[]\",:\\\n-&*\0".utf8.randomElement(using: &random) ?? 0
          case 1: bytes.remove(at: place)
          default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
          }
        }
        for format in ["json", "csl-json", "better-bibtex-json", "csl-yaml", "csv", "tsv"] {
          _ = try read(bytes, as: format)
        }
      }
    }
  }
}

/// Random numbers that are the same in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  // SplitMix64, https://prng.di.unimi.it/splitmix64.c.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

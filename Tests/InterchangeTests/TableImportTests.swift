import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("Table import")
struct TableImportTests {
  @Test(
    "Rows are what spreadsheets mean by them",
    arguments: [
      ("title,b\nA,1\n", ["A"]), ("title;b\r\nA;1\r\nB;2", ["A", "B"]),
      ("title,b\rA,1\rB,2\r", ["A", "B"]),
      ("\u{FEFF}title,b\n\"A, with comma\",1\n", ["A, with comma"]),
      ("title,b\n\"A \"\"quoted\"\" x\",1\n", ["A \"quoted\" x"]),
      ("title,b\n\"A\nline\",1\nB,\"\"\n", ["A line", "B"]), ("sep=|\ntitle|b\nA,x|1\n", ["A,x"]),
      ("title,b\n\n\nA,1\n,,\n , \nB,2\n", ["A", "B"]), ("title, b\n \"A, b\" , 1\n", ["A, b"]),
      ("b,title\n1,A\n2\n3,C,\n", ["A", "2", "C"]), ("title\nA\nB\n", ["A", "B"]),
      ("title\tb\nA\t1\n", ["A"]), ("title,b", []), ("", []),
    ])
  func rows(text: String, titles: [String]) throws {
    #expect(try read(text, as: "csv").entries.map(\.paper.title) == titles)
  }

  @Test(
    "The tables of databases give full names, and their tags are understood",
    arguments: [
      (
        "\"Authors\",\"Author full names\",\"Title\",\"Year\",\"DOI\"\n"
          + "\"Bee A.; Dee C.\",\"Bee, Ann (57); Dee, Carl (9)\",\"Tiny Models\",\"2019\",\"10.1000/1\"\n",
        "csv"
      ),
      (
        "PT\tAU\tAF\tTI\tSO\tPY\tDI\nJ\tBee, A; Dee, C\tBee, Ann; Dee, Carl\tTiny Models\tTHINGS\t2019\t10.1000/1\n",
        "tsv"
      ),
    ])
  func databases(text: String, format: String) throws {
    let document = try read(text)
    #expect(Importers.importer(for: ImportSource(name: "", data: Data(text.utf8)))?.name == format)
    #expect(document.entries.map(\.paper.title) == ["Tiny Models"])
    #expect(document.entries.first?.paper.authors == ["Ann Bee", "Carl Dee"])
    #expect(document.entries.first?.paper.year == 2019)
    #expect(document.entries.first?.paper.key == "doi:10.1000/1")
  }

  @Test(
    "A quotation mark that does not fit costs one row its shape and no other",
    arguments: [
      ("title,b\nA,1\n\"B,2\nC,3\n\"D\",4\n", ["A", "\"B", "C", "D"], 4 - 1),
      ("title,b\n5\" wafers,1\nB,2\n", ["5\" wafers", "B"], nil),
      ("title,b\n\"The \"new\" way\",1\nB,2\n", ["The \"new\" way", "B"], 2),
      ("title,b\nA,1\n\"open\nB,2\n", ["A", "\"open", "B"], 3),
      ("title,b\n\"\"x,1\nB,2\n", ["\"\"x", "B"], 2),
    ] as [(String, [String], Int?)])
  func damage(text: String, titles: [String], line: Int?) throws {
    let document = try read(text, as: "csv")
    #expect(document.entries.map(\.paper.title) == titles)
    #expect(document.warnings.first?.line == line)
  }

  @Test("Columns may be called who, when and where", arguments: ["When", "Publish Date"])
  func questions(date: String) throws {
    let document = try read(
      "Paper,Who,\(date),Where,Link\nTiny Models,Ann Bee; Carl Dee,2019,ICML,https://e.org/a\n",
      as: "csv")
    let paper = try #require(document.entries.first?.paper)
    #expect(paper.title == "Tiny Models")
    #expect(paper.authors == ["Ann Bee", "Carl Dee"])
    #expect(paper.year == 2019)
    #expect(paper.venue == "ICML")
  }

  @Test("Quotation marks that are never closed cost no more than the rows they stand in")
  func manyOpenMarks() throws {
    func time(_ row: String) throws -> Duration {
      let text = "title,b\n" + String(repeating: row, count: 50_000)
      var document: ParsedDocument?
      let elapsed = try ContinuousClock().measure { document = try read(text, as: "csv") }
      #expect(document?.entries.isEmpty == false)
      return elapsed
    }
    let plain = try time("a, b\n")
    // Thousands of times as long when each mark is followed to the end.
    for row in ["a, \"b\n", "\"a, \"b,"] {
      #expect(try time(row) < plain * 20 + .seconds(2))
    }
  }

  @Test("Each entry has the line its row begins on")
  func lines() throws {
    let document = try read("title,b\n\n\"A\n\nx\",1\r\nB,2\n", as: "csv")
    #expect(document.entries.map(\.line) == [3, 6])
  }

  @Test("The export of Zotero is read with tags, notes and extra lines")
  func zotero() throws {
    let text = """
      "Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url",\
      "Abstract Note","Date","Manual Tags","Automatic Tags","Notes","Extra","Short Title"
      "K1","journalArticle","2017","Vaswani, Ashish; Shazeer, Noam","Attention <i>Is</i> All","NIPS",\
      "10.1000/1","https://a.org","An abstract.","2017-06-12","moe; llm","Computer Science","<p>Note</p>",\
      "arXiv: 1706.03762","Attention"
      """
    let document = try read(text, name: "My Library.csv")
    let entry = try #require(document.entries.first)
    #expect(entry.paper.authors == ["Ashish Vaswani", "Noam Shazeer"])
    #expect(entry.paper.title == "Attention Is All" && entry.paper.venue == "NIPS")
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:1706.03762", "doi:10.1000/1"])
    #expect(entry.marks.tags == ["moe", "llm", "Computer Science"] && entry.remark == "Note")
    #expect(entry.paper.shortName == "Attention" && document.warnings.isEmpty)
  }

  @Test("Shelves, ticks and ratings become marks")
  func marks() throws {
    let text = """
      Title,My Rating,Exclusive Shelf,Date Read
      A,5,read,2024/01/02
      B,0,to-read,
      C,3,,2023-05-06
      """
    #expect(
      try read(text).entries.map(\.marks) == [
        ReaderMarks(status: .read, rating: 5), ReaderMarks(status: .queued),
        ReaderMarks(status: .read, rating: 3),
      ])
  }

  @Test("Without a title column the first column with words is the title, and it is said")
  func assumedTitle() throws {
    let document = try read("id,what,link\n1,Attention,https://a.org/1\n2,BERT,x\n", as: "csv")
    #expect(document.entries.map(\.paper.title) == ["Attention", "BERT"])
    #expect(document.warnings.map(\.line) == [1])
    #expect(document.warnings.first?.message.contains("“what”") == true)
  }

  @Test("A table without a header is read by what its cells are")
  func noHeader() throws {
    let document = try read(
      "Attention,2017,https://arxiv.org/abs/1706.03762\nBERT,2018,x\n", as: "csv")
    #expect(document.entries.map(\.paper.title) == ["Attention", "BERT"])
    #expect(document.entries.map(\.paper.year) == [2017, 2018])
    #expect(document.entries.first?.paper.identifiers.map(\.key) == ["arxiv:1706.03762"])
  }

  @Test("Cells behind the last column and columns without a place are named")
  func leftOut() throws {
    let document = try read("title,volume\nA,1,spare\nB,2,,\n", as: "csv")
    #expect(document.warnings.map(\.line) == [2])
    #expect(document.leftOut.map(\.message).joined().contains("volume"))
  }

  @Test("A section column makes sections")
  func sections() throws {
    let document = try read("title,section\nA,X\nB,X\nC,\nD,Y\n", as: "csv")
    #expect(document.lists.first?.sections.map(\.title) == ["X", nil, "Y"])
  }

  @Test("A table that breaks off keeps every whole row before the break")
  func truncation() throws {
    let text = "title,b\n\"A \"\"x\"\"\",1\n\"B\nb\",2\nC,3\n"
    let ends = ["title,b\n\"A \"\"x\"\"\",1\n", "title,b\n\"A \"\"x\"\"\",1\n\"B\nb\",2\n"].map(
      \.utf8.count)
    let bytes = Array(text.utf8)
    for length in 0...bytes.count {
      let document = try read(Array(bytes.prefix(length)), as: "csv")
      #expect(document.count >= ends.count { $0 <= length })
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
      _ = try read("title,b\n" + filled("A paper,2017\n"), as: "csv")
    }
    for piece in [
      ",", "\"", "\"\"", "\n", "\"\n", "\"a", "\"a\"b", ",\"a\"b", "\"a\n", "\"\"x\n", "a,\"\n",
      "\r", "\0",
      "\"a\"b\"\"\n", "\" ", ",\"", "x",
    ] {
      let time = try clock.measure { _ = try read("title,b\n" + filled(piece), as: "csv") }
      #expect(time < plain * 20 + .seconds(2), "\(piece.debugDescription)")
    }
  }
}

import ReadingModel
import Testing

@Suite("Query language")
struct QueryParserTests {
  typealias Condition = Query.Condition

  @Test(
    "Each form has its condition",
    arguments: [
      ("", nil),
      ("  \t ", nil),
      ("attention", .word("attention", nil)),
      ("Chain-of-Thought", .word("Chain-of-Thought", nil)),
      ("a b", .all([.word("a", nil), .word("b", nil)])),
      ("a & — b", .all([.word("a", nil), .word("b", nil)])),
      ("a - b", .all([.word("a", nil), .word("b", nil)])),
      ("\"scaling  laws\"", .phrase(["scaling", "laws"], nil)),
      ("“scaling laws”", .phrase(["scaling", "laws"], nil)),
      ("title:bert", .word("bert", .title)),
      ("TITLE:bert", .word("bert", .title)),
      ("author:\"Ashish Vaswani\"", .phrase(["Ashish", "Vaswani"], .author)),
      ("note:x abstract:y", .all([.word("x", .note), .word("y", .abstract)])),
      (
        "list:week section:bonus tag:moe remark:kv",
        .all([
          .word("week", .list), .word("bonus", .section), .word("moe", .tag), .word("kv", .remark),
        ])
      ),
      ("year:2020", .number(.year, atLeast: 2020, atMost: 2020)),
      ("year:2020..2023", .number(.year, atLeast: 2020, atMost: 2023)),
      ("year:2020..", .number(.year, atLeast: 2020, atMost: nil)),
      ("year:..2023", .number(.year, atLeast: nil, atMost: 2023)),
      ("year:>=2024", .number(.year, atLeast: 2024, atMost: nil)),
      ("year:>2024", .number(.year, atLeast: 2025, atMost: nil)),
      ("year:<2024", .number(.year, atLeast: nil, atMost: 2023)),
      ("year:<=2024", .number(.year, atLeast: nil, atMost: 2024)),
      ("rating:>=4", .number(.rating, atLeast: 4, atMost: nil)),
      ("pass:0", .number(.pass, atLeast: 0, atMost: 0)),
      ("has:note", .has(.note)),
      ("has:code", .has(.code)),
      ("status:read", .status(.read)),
      ("status:Queued", .status(.queued)),
      ("added:<7d", .added(days: 7, older: false)),
      ("added:2w", .added(days: 14, older: false)),
      ("added:>3m", .added(days: 90, older: true)),
      ("added:>=1y", .added(days: 365, older: true)),
      ("-word", .not(.word("word", nil))),
      ("not word", .not(.word("word", nil))),
      ("not not word", .word("word", nil)),
      ("-\"a b\"", .not(.phrase(["a", "b"], nil))),
      ("-has:note", .not(.has(.note))),
      ("a and b", .all([.word("a", nil), .word("b", nil)])),
      ("a AND b", .all([.word("a", nil), .word("b", nil)])),
      ("Not Just Long", .all([.word("Not", nil), .word("Just", nil), .word("Long", nil)])),
      ("a or b", .any([.word("a", nil), .word("b", nil)])),
      ("\"or\"", .phrase(["or"], nil)),
      ("a b or c", .any([.all([.word("a", nil), .word("b", nil)]), .word("c", nil)])),
      (
        "a or not b c",
        .any([
          .word("a", nil), .all([.not(.word("b", nil)), .word("c", nil)]),
        ])
      ),
      ("(a or b) c", .all([.any([.word("a", nil), .word("b", nil)]), .word("c", nil)])),
      ("-(a b)", .not(.all([.word("a", nil), .word("b", nil)]))),
      ("((a))", .word("a", nil)),
      ("注意力", .word("注意力", nil)),
      ("3:16", .word("3:16", nil)),
    ] as [(String, Condition?)])
  func parses(text: String, condition: Condition?) throws {
    #expect(try Query.parse(text) == Query(condition: condition, text: text))
    #expect(try Query.parse(text, lenient: true).condition == condition)
  }

  @Test("Orderings stand anywhere among the conditions")
  func sort() throws {
    let query = try Query.parse("sort:year a sort:-added b")
    #expect(query.condition == .all([.word("a", nil), .word("b", nil)]))
    #expect(
      query.sort == [
        .init(field: .year, descending: false), .init(field: .added, descending: true),
      ])
    #expect(try Query.parse("sort:title").condition == nil)
  }

  @Test(
    "A fault is named with its place and what was expected",
    arguments: [
      ("year:abc", 0, "year: expects a year or a range such as 2020..2023, found “abc”"),
      ("a year:", 2, "year: expects a year or a range such as 2020..2023, found nothing"),
      ("year:20", 0, "year: expects a year or a range such as 2020..2023, found “20”"),
      ("year:2020..x", 0, "year: expects a year or a range such as 2020..2023, found “2020..x”"),
      ("year:..", 0, "year: expects a year or a range such as 2020..2023, found “..”"),
      (
        "year:2023..2020", 0,
        "year: expects a range from the lower to the higher, found “2023..2020”"
      ),
      ("rating:6", 0, "rating: expects a rating from 1 to 5 or a range such as >=4, found “6”"),
      ("pass:4", 0, "pass: expects a pass from 0 to 3 or a range such as >=1, found “4”"),
      ("status:done", 0, "status: expects unread, queued, reading, read or skipped, found “done”"),
      (
        "has:x", 0,
        "has: expects note, code, abstract, rating, tag, year or prerequisite, found “x”"
      ),
      ("added:7", 0, "added: expects an age such as <7d or >2w (d, w, m, y), found “7”"),
      (
        "sort:x", 0,
        "sort: expects title, author, year, added, rating, status or noted, each also with -, found “x”"
      ),
      ("title:", 0, "title: expects a word or a \"phrase\", found nothing"),
      ("title:(a)", 0, "title: expects a word or a \"phrase\", found nothing"),
      ("title:--", 0, "title: expects a word or a \"phrase\", found “--”"),
      (
        "ti:x", 0,
        "there is no field “ti”; the fields are title, author, note, abstract, remark, list, "
          + "section, tag, year, rating, pass, status, has, added, sort"
      ),
      ("a \"b", 2, "a quote is open; “\"” was expected at the end of the phrase"),
      ("a \"\"", 2, "a phrase needs a word between its quotes"),
      ("a and", 2, "“and” needs something after it"),
      ("and a", 0, "“and” needs something before it"),
      ("a and and b", 6, "“and” needs something before it"),
      ("a or", 2, "“or” needs something after it"),
      ("or a", 0, "“or” needs something before it"),
      ("a not", 2, "“not” needs something after it"),
      ("not or a", 0, "“not” needs something after it"),
      ("-sort:year", 1, "sort: orders everything that is found, so “not” cannot stand before it"),
      ("(a", 0, "“(” is not closed; “)” was expected"),
      ("a)", 1, "“)” closes nothing"),
      ("a ()", 2, "“(” needs something to search for after it"),
    ])
  func faults(text: String, offset: Int, message: String) {
    #expect(throws: QueryError(offset: offset, message: message)) { try Query.parse(text) }
  }

  @Test(
    "While it is typed, an unfinished end is absent",
    arguments: [
      "a and", "a or", "a not", "a (", "a or (", "a and not ", "a \"", "a \"sca", "a year:",
      "a year:20", "a year:2020..20", "a ti:", "a status:re", "a sort:", "a has:no", "a added:<7",
      "a and (\"sca", "(a", "((a or", "a title:", "a title:\"b",
    ])
  func lenient(text: String) throws {
    #expect(throws: QueryError.self) { try Query.parse(text) }
    #expect(try Query.parse(text, lenient: true).condition == .word("a", nil))
  }

  @Test(
    "While it is typed, a fault further back is still a fault",
    arguments: ["year:abc a", "a) b", "or a", "foo:x y", "() a", "year:abc "])
  func lenientFault(text: String) {
    #expect(throws: QueryError.self) { try Query.parse(text, lenient: true) }
  }

  @Test("A query that is too long, too deep or too wide is refused")
  func limits() throws {
    let deep = String(repeating: "(", count: 16) + "a" + String(repeating: ")", count: 16)
    #expect(try Query.parse(deep).condition == .word("a", nil))
    #expect(throws: QueryError.self) { try Query.parse("(\(deep))") }
    #expect(throws: QueryError.self) { try Query.parse(String(repeating: "(", count: 4_000)) }
    #expect(throws: QueryError.self) { try Query.parse(String(repeating: "x", count: 4_097)) }
    #expect(throws: QueryError.self) { try Query.parse(String(repeating: "x ", count: 257)) }
    #expect(try Query.parse(String(repeating: "-", count: 4_000) + "a").condition != nil)
  }

  @Test("No text crashes the parser, and every fault lies within the text")
  func random() {
    let pieces = [
      "(", ")", "\"", "-", "and ", "or ", "not ", " ", "a", "year:", "2020", "..", ">=", "title:",
      "sort:", "has:note", "added:<7d", "é", "👩‍💻", ":", "status:", "\u{301}", "“", "foo:",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...14)).map { _ in pieces.randomElement(using: &random) ?? ""
      }
      .joined()
      for lenient in [false, true] {
        do throws(QueryError) {
          let query = try Query.parse(text, lenient: lenient)
          #expect(query.text == text)
        } catch {
          #expect(error.offset >= 0 && error.offset <= text.count, "\(text)")
          #expect(!error.message.isEmpty)
        }
      }
      if (try? Query.parse(text)) != nil {
        #expect((try? Query.parse(text, lenient: true)) != nil, "\(text)")
      }
    }
  }
}

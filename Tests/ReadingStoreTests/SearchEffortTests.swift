import ReadingModel
import TestSupport
import Testing

@testable import ReadingStore

@Suite("The effort of searches")
struct SearchEffortTests {
  /// Words that every paper has.
  static let words = [
    "learning", "title:learning", "author:bee", "abstract:deep", "remark:short",
  ]
  /// Conditions of all kinds, most of which hold of every paper.
  static let conditions =
    words + [
      "tag:x", "list:l", "section:s", "status:read", "status:unread", "year:2001..2009",
      "rating:1..5", "pass:0", "has:note", "has:abstract", "has:tag", "has:year", "has:rating",
      "added:<9000d", "-title:zzz", "title:learning or tag:zzz",
    ]
  static let papers = 4_000

  let library: Library

  init() throws {
    let entries = (0..<Self.papers).map { number in
      Entry(
        paper: Paper(
          title: "Learning \(number)", authors: ["Ann Bee"], year: 2001 + number % 9,
          abstract: "Deep \(number)"), remark: "Short.")
    }
    library = try Library.inMemory(
      lists: [
        ReadingList(
          slug: "l", title: "L", kind: .custom,
          sections: [ReadingSection(title: "S", entries: entries)])
      ])
    _ = try library.change(at: Fixture.now) { editor in
      for number in 1...Self.papers {
        let paper = PaperID(rawValue: Int64(number))
        try editor.setStatus(.read, of: paper, at: Fixture.now)
        try editor.setRating(1 + number % 5, of: paper, at: Fixture.now)
        try editor.addTag("x", to: paper)
      }
      return "Marked"
    }
  }

  @Test(
    "Two conditions cost little more than each of them alone", arguments: ["", " sort:-year"],
    [true, false])
  func pairs(sort: String, isSearch: Bool) throws {
    let list = RowSource.list(try #require(try library.list(slug: "l")).id)
    func effort(_ text: String) throws -> Double {
      let query = try Query.parse(text)
      return try Effort.of {
        _ = try library.rows(
          isSearch ? .search(query) : .filtered(list, query), start: 0, limit: 50)
      }
    }
    var alone: [String: Double] = [:]
    for text in Self.conditions { alone[text] = try effort(text + sort) }
    for first in Self.words {
      for second in Self.conditions where second != first {
        let both = try effort("(\(first)) (\(second))\(sort)")
        // A set that is gone through once for each paper costs a hundred times as much.
        let most = 10 * ((alone[first] ?? 0) + (alone[second] ?? 0))
        #expect(both < most, "\(first), \(second): \(both) of \(most)")
      }
    }
  }
}

import Foundation
import GRDB
import ReadingModel

@testable import ReadingStore

/// Lists and papers that the tests of the store put in.
enum Fixture {
  static let then = "2026-01-05T08:00:00Z"
  static let now = "2026-03-01T10:00:00Z"

  static func paper(
    _ title: String, arxiv: String? = nil, name: String? = nil, year: Int? = nil,
    authors: [String] = [], abstract: String? = nil, code: String? = nil
  ) -> Paper {
    Paper(
      title: title, shortName: name, authors: authors, year: year, abstract: abstract,
      identifiers: arxiv.map { [Identifier(canonical: $0, scheme: .arxiv)] } ?? [],
      links: (arxiv.map { [Link(kind: .paper, url: "https://arxiv.org/abs/\($0)")] } ?? [])
        + (code.map { [Link(kind: .code, url: $0)] } ?? []))
  }

  static let attention = paper(
    "Attention Is All You Need", arxiv: "1706.03762", name: "Transformer", year: 2017,
    authors: ["Ashish Vaswani", "et al."], code: "https://example.org/transformer")
  static let bert = paper(
    "BERT: Pre-training of Deep Bidirectional Transformers", arxiv: "1810.04805", name: "BERT",
    year: 2018, authors: ["Jacob Devlin"], abstract: "Masks words and predicts them.")
  static let gpt = paper(
    "Language Models are Few-Shot Learners", arxiv: "2005.14165", name: "GPT-3", year: 2020,
    authors: ["Tom Brown"])
  static let instruct = paper(
    "Training language models to follow instructions", arxiv: "2203.02155", name: "InstructGPT",
    year: 2022, authors: ["Long Ouyang"])
  static let blog = Paper(
    title: "Überblick: résumé of “attention”", year: 2021, kind: .blog,
    identifiers: [Identifier(canonical: "https://example.org/blog", scheme: .url)],
    links: [
      Link(kind: .paper, url: "https://example.org/blog"),
      Link(kind: .page, url: "https://example.org/a"),
      Link(kind: .page, url: "https://example.org/b"),
    ])

  static let order = ReadingList(
    slug: "order", title: "From one to many", kind: .order, issued: "2026-01-05",
    period: "2026-01-01/2026-01-05", source: "somewhere", introduction: "What to read.",
    sections: [
      ReadingSection(title: nil, entries: [Entry(paper: attention, remark: "Start *here*.")]),
      ReadingSection(title: "Empty", entries: []),
      ReadingSection(
        title: "Models",
        entries: [
          Entry(
            paper: bert, remark: "The encoder.",
            prerequisites: [Prerequisite(key: "arxiv:1706.03762", why: "it is half of it")]),
          Entry(
            paper: gpt,
            prerequisites: [Prerequisite(key: "arxiv:1706.03762", why: "")]),
          Entry(
            paper: instruct,
            prerequisites: [
              Prerequisite(key: "arxiv:2005.14165", why: "it starts from that model"),
              Prerequisite(key: "title:not-here", why: "unknown"),
            ]),
        ]),
    ])

  static let week = ReadingList(
    slug: "week", title: "This week’s papers", kind: .weekly,
    sections: [
      ReadingSection(
        title: "News", entries: [Entry(paper: blog, remark: "Tiling softmax."), Entry(paper: bert)])
    ])

  static func library() throws -> Library {
    try Library.inMemory(lists: [order, week], added: then)
  }
}

extension LibraryEditor {
  /// The paper that a key names, inside a change.
  func id(_ key: String) throws -> PaperID {
    guard let id = try database.paper(keyed: key) else { throw LibraryError.noSuchPaper }
    return id
  }
}

extension Library {
  /// The paper that a key names, which the test knows to be there.
  func id(_ key: String) throws -> PaperID {
    guard let id = try find(key: key) else { throw LibraryError.noSuchPaper }
    return id
  }

  /// Everything in the library except the history, as text: tables in order, rows sorted.
  func dump() throws -> String {
    try reading { database in
      var text = ""
      for table in ChangeRecorder.tables + ["list_tally", "library_tally"] {
        text += "\(table)\n"
        let rows = try database.rows("SELECT * FROM \(table)").map(\.description)
        text += rows.sorted().map { "  \($0)\n" }.joined()
      }
      return text
    }
  }

  /// What SQLite and the full-text indexes find wrong; empty when all is well.
  func faults() throws -> [String] {
    try database.writeWithoutTransaction { database in
      var faults: [String] = []
      for row in try database.rows("PRAGMA integrity_check") where row[0] != "ok" {
        faults.append(row.description)
      }
      for row in try database.rows("PRAGMA foreign_key_check") { faults.append(row.description) }
      for index in ["paper_name", "paper_text"] {
        do {
          try database.execute(
            sql: "INSERT INTO \(index)(\(index), rank) VALUES ('integrity-check', 1)")
        } catch { faults.append("\(index): \(error)") }
      }
      for row in try database.rows(Self.tallyFaults) { faults.append(row.description) }
      return faults
    }
  }

  private static let tallyFaults = """
    SELECT list_tally.list, 'tally' FROM list_tally WHERE
      entries <> (SELECT count(*) FROM entry WHERE entry.list = list_tally.list)
      OR read <> (SELECT count(*) FROM entry JOIN progress USING (paper)
        WHERE entry.list = list_tally.list AND status = 'read')
      OR skipped <> (SELECT count(*) FROM entry JOIN progress USING (paper)
        WHERE entry.list = list_tally.list AND status = 'skipped')
    UNION ALL SELECT id, 'list without tally' FROM list
      WHERE id NOT IN (SELECT list FROM list_tally)
    UNION ALL SELECT 0, 'library tally' FROM library_tally WHERE
      papers <> (SELECT count(*) FROM paper) OR queued <> (SELECT count(*) FROM queue)
      OR reading <> (SELECT count(*) FROM progress WHERE status = 'reading')
    UNION ALL SELECT paper, 'queue and status differ' FROM queue LEFT JOIN progress USING (paper)
      WHERE ifnull(status, 'unread') <> 'queued'
    UNION ALL SELECT paper, 'words not indexed' FROM full_text_due
    UNION ALL SELECT paper, 'queued but not in the queue' FROM progress
      WHERE status = 'queued' AND paper NOT IN (SELECT paper FROM queue)
    """
}

/// What a list is for.
public enum ListKind: String, CaseIterable, Sendable, Codable {
  /// A reading order: its entries build on one another.
  case order
  /// The papers of one week or issue.
  case weekly
  /// A person's notes on papers.
  case notes
  /// Any other list.
  case custom
}

/// That one paper should be read before another, and why.
public struct Prerequisite: Equatable, Sendable {
  /// The key of the paper to read first, such as `arxiv:1706.03762`.
  public var key: String
  /// One sentence that says why; empty when none was given.
  public var why: String

  /// Makes a prerequisite.
  public init(key: String, why: String) {
    self.key = key
    self.why = why
  }
}

/// A paper's place in a list, with that list's own remark on it.
public struct Entry: Equatable, Sendable {
  /// The paper's facts, as the list gives them.
  public var paper: Paper
  /// The list's remark, Markdown without indentation; empty when there is none.
  public var remark: String
  /// What the list says should be read before this paper.
  public var prerequisites: [Prerequisite]

  /// Makes an entry.
  public init(paper: Paper, remark: String = "", prerequisites: [Prerequisite] = []) {
    self.paper = paper
    self.remark = remark
    self.prerequisites = prerequisites
  }
}

/// A part of a list under one heading.
public struct ReadingSection: Equatable, Sendable {
  /// The heading; nil for entries that stand before the first heading.
  public var title: String?
  /// The entries in order.
  public var entries: [Entry]

  /// Makes a section.
  public init(title: String?, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }
}

/// A reading list as a document holds it: facts and remarks, nothing of the reader's.
public struct ReadingList: Equatable, Sendable {
  /// The name in commands and links: lower case letters, digits and hyphens.
  public var slug: String
  /// The name people read.
  public var title: String
  /// What the list is for.
  public var kind: ListKind
  /// The day it was issued, ISO 8601 (`2025-02-24`).
  public var issued: String?
  /// The interval it covers, ISO 8601 (`2025-02-24/2025-03-01`).
  public var period: String?
  /// Where it came from, in a sentence or as an address.
  public var source: String?
  /// What the list says about itself, Markdown; empty when it says nothing.
  public var introduction: String
  /// Its sections in order.
  public var sections: [ReadingSection]

  /// Makes a list.
  public init(
    slug: String, title: String, kind: ListKind, issued: String? = nil, period: String? = nil,
    source: String? = nil, introduction: String = "", sections: [ReadingSection] = []
  ) {
    self.slug = slug
    self.title = title
    self.kind = kind
    self.issued = issued
    self.period = period
    self.source = source
    self.introduction = introduction
    self.sections = sections
  }
}

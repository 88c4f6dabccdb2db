/// One line of the papers pane: a paper, its place where it stands in a list, and its state.
public struct EntryRow: Equatable, Sendable {
  /// The paper.
  public var paper: PaperID
  /// The paper's key.
  public var key: String
  /// The place in the list, or the rank in any other source, counted from 1.
  public var position: Int
  /// The full title.
  public var title: String
  /// The name people say, where it has one.
  public var shortName: String?
  /// The authors in order.
  public var authors: [String]
  /// The year of the first public version.
  public var year: Int?
  /// Status, pass and rating.
  public var progress: Progress
  /// How many notes the reader has on it.
  public var notes: Int
  /// Positions in the same list of the prerequisites that are not done yet, ascending; a paper
  /// without any is ready.
  public var waitingFor: [Int]
  /// True when the list has the entry no more and it is kept for what the reader did with it.
  public var isGone: Bool
  /// Where it was published; nil also where it was not asked for.
  public var venue: String?
  /// The tags, sorted; empty also where they were not asked for.
  public var tags: [String] = []
  /// When it came into the library; nil where that was not asked for.
  public var added: String?

  /// Makes a row.
  public init(
    paper: PaperID, key: String, position: Int, title: String, shortName: String? = nil,
    authors: [String] = [], year: Int? = nil, progress: Progress = Progress(), notes: Int = 0,
    waitingFor: [Int] = [], isGone: Bool = false
  ) {
    self.paper = paper
    self.key = key
    self.position = position
    self.title = title
    self.shortName = shortName
    self.authors = authors
    self.year = year
    self.progress = progress
    self.notes = notes
    self.waitingFor = waitingFor
    self.isGone = isGone
  }
}

/// What a row has only where it is asked for, because it is not always shown.
public struct RowFacts: OptionSet, Sendable {
  /// The facts as bits.
  public let rawValue: Int

  /// Makes a set.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Where the paper was published.
  public static let venue = RowFacts(rawValue: 1)
  /// Its tags.
  public static let tags = RowFacts(rawValue: 2)
  /// When it came into the library.
  public static let added = RowFacts(rawValue: 4)
}

/// A piece of text in which some runs matched a query.
public struct Snippet: Equatable, Sendable {
  /// A run of text.
  public struct Run: Equatable, Sendable {
    /// The text.
    public var text: String
    /// True when it matched.
    public var matched: Bool

    /// Makes a run.
    public init(text: String, matched: Bool) {
      self.text = text
      self.matched = matched
    }
  }

  /// Which text it was taken from: `title`, `authors`, `abstract`, `remark` or `note`.
  public var field: String
  /// The text in order.
  public var runs: [Run]

  /// Makes a snippet.
  public init(field: String, runs: [Run]) {
    self.field = field
    self.runs = runs
  }

  /// The text without its marks.
  public var text: String { runs.map(\.text).joined() }
}

/// A window of rows and how many there are in all.
public struct RowWindow: Equatable, Sendable {
  /// Where the rows come from.
  public var source: RowSource
  /// The index of the first row of the window, counted from 0.
  public var start: Int
  /// The rows of the window.
  public var rows: [EntryRow]
  /// How many rows the source has.
  public var total: Int
  /// The sections, when the source is a list; empty for any other.
  public var sections: [SectionSpan]
  /// How many entries have each status, when the source is a list short enough to be counted.
  public var tally: StatusTally?

  /// Makes a window.
  public init(
    source: RowSource, start: Int, rows: [EntryRow], total: Int, sections: [SectionSpan] = [],
    tally: StatusTally? = nil
  ) {
    self.source = source
    self.start = start
    self.rows = rows
    self.total = total
    self.sections = sections
    self.tally = tally
  }
}

/// What the library knows about the reader's progress, as statistics are made of it.
public struct ReadingRecord: Equatable, Sendable {
  /// A change of progress that left a paper with some status.
  public struct Event: Equatable, Sendable {
    /// The paper.
    public var paper: PaperID
    /// When, in seconds since 1 January 1970 in UTC.
    public var moment: Int
    /// The status afterwards.
    public var status: Status

    /// Makes an event.
    public init(paper: PaperID, moment: Int, status: Status) {
      self.paper = paper
      self.moment = moment
      self.status = status
    }
  }

  /// How many papers of a section are done.
  public struct SectionCount: Equatable, Sendable {
    /// The list's name for people.
    public var list: String
    /// The heading; nil where entries stand under none.
    public var section: String?
    /// How many entries it has.
    public var entries: Int
    /// How many of them are read.
    public var read: Int
    /// How many of them are skipped.
    public var skipped: Int

    /// Makes a count.
    public init(list: String, section: String?, entries: Int, read: Int, skipped: Int) {
      self.list = list
      self.section = section
      self.entries = entries
      self.read = read
      self.skipped = skipped
    }
  }

  /// How many of the papers that were read are of one year.
  public struct YearCount: Equatable, Sendable {
    /// The year of the first public version; nil where it is not known.
    public var year: Int?
    /// How many papers.
    public var read: Int

    /// Makes a count.
    public init(year: Int?, read: Int) {
      self.year = year
      self.read = read
    }
  }

  /// Every change of progress, oldest first.
  public var events: [Event]
  /// How many papers have each status.
  public var statuses: [Status: Int]
  /// The papers read, by their year, the earliest first and those without one last.
  public var years: [YearCount]
  /// All lists in their order.
  public var lists: [ListSummary]
  /// The papers of each list that are read or skipped.
  public var done: [ListID: [PaperID]]
  /// Every section that has entries, in the order of the lists.
  public var sections: [SectionCount]

  /// Makes a record.
  public init(
    events: [Event] = [], statuses: [Status: Int] = [:], years: [YearCount] = [],
    lists: [ListSummary] = [], done: [ListID: [PaperID]] = [:], sections: [SectionCount] = []
  ) {
    self.events = events
    self.statuses = statuses
    self.years = years
    self.lists = lists
    self.done = done
    self.sections = sections
  }
}

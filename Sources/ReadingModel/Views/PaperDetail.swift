/// A paper's place in one list.
public struct Membership: Equatable, Sendable {
  /// The list's row.
  public var list: ListID
  /// The list's name in commands.
  public var slug: String
  /// The list's name for people.
  public var listTitle: String
  /// The heading the entry stands under.
  public var section: String?
  /// The entry's position in the list, counted from 1.
  public var position: Int
  /// The list's remark on the paper, Markdown.
  public var remark: String
  /// True when the list has the entry no more and it is kept for what the reader did with it.
  public var isGone: Bool

  /// Makes a membership.
  public init(
    list: ListID, slug: String, listTitle: String, section: String?, position: Int,
    remark: String, isGone: Bool = false
  ) {
    self.list = list
    self.slug = slug
    self.listTitle = listTitle
    self.section = section
    self.position = position
    self.remark = remark
    self.isGone = isGone
  }
}

/// A note and when it was written.
///
/// Dates are ISO 8601 in UTC.
public struct Note: Equatable, Sendable {
  /// The note's row.
  public var id: NoteID
  /// What it says, Markdown.
  public var body: String
  /// When its first version was written.
  public var created: String
  /// When its present version was written.
  public var updated: String
  /// How many versions it has had, the present one included.
  public var versions: Int

  /// Makes a note.
  public init(id: NoteID, body: String, created: String, updated: String, versions: Int) {
    self.id = id
    self.body = body
    self.created = created
    self.updated = updated
    self.versions = versions
  }
}

/// Another paper, as the graph of prerequisites names it.
public struct PaperReference: Equatable, Sendable {
  /// The paper.
  public var paper: PaperID
  /// Its key.
  public var key: String
  /// Its short name, or its title where it has none.
  public var name: String
  /// How far the reader has come with it.
  public var status: Status
  /// Why the one should be read before the other.
  public var why: String

  /// Makes a reference.
  public init(paper: PaperID, key: String, name: String, status: Status, why: String = "") {
    self.paper = paper
    self.key = key
    self.name = name
    self.status = status
    self.why = why
  }
}

/// Everything the library knows about one paper.
public struct PaperDetail: Equatable, Sendable {
  /// The paper's row.
  public var id: PaperID
  /// The paper's key.
  public var key: String
  /// Its facts.
  public var paper: Paper
  /// Status, pass and rating.
  public var progress: Progress
  /// The reader's tags, sorted.
  public var tags: [String]
  /// The reader's notes, oldest first.
  public var notes: [Note]
  /// The lists it stands in.
  public var memberships: [Membership]
  /// What should be read before it.
  public var prerequisites: [PaperReference]
  /// What builds on it.
  public var requiredBy: [PaperReference]
  /// When it came into the library, ISO 8601 in UTC.
  public var added: String

  /// Makes a detail.
  public init(
    id: PaperID, key: String, paper: Paper, progress: Progress, tags: [String] = [],
    notes: [Note] = [], memberships: [Membership] = [], prerequisites: [PaperReference] = [],
    requiredBy: [PaperReference] = [], added: String
  ) {
    self.id = id
    self.key = key
    self.paper = paper
    self.progress = progress
    self.tags = tags
    self.notes = notes
    self.memberships = memberships
    self.prerequisites = prerequisites
    self.requiredBy = requiredBy
    self.added = added
  }
}

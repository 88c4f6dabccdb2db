/// What bringing documents in does, or did, to the library.
public struct ImportPlan: Equatable, Sendable {
  /// The documents in the order they were named.
  public var documents: [PlannedDocument]

  /// Makes a plan.
  public init(documents: [PlannedDocument] = []) { self.documents = documents }

  /// How many entries come, stay, change, move and go, in all documents.
  public var counts: ImportCounts { documents.map(\.counts).reduce(ImportCounts(), +) }
}

/// What one document brings.
public struct PlannedDocument: Equatable, Sendable {
  /// Where it is, as a person named it; `-` for standard input.
  public var path: String
  /// The name of its format; nil when none fits.
  public var format: String?
  /// Its lists; none when nothing was found in it.
  public var lists: [PlannedList] = []
  /// What it says that contradicts itself or the library, by line; nothing was merged for it.
  public var conflicts: [PlannedConflict] = []
  /// What could not be read, or was read otherwise than it may have been meant, by line.
  public var warnings: [Diagnostic] = []
  /// What was left out on purpose, by line.
  public var leftOut: [Diagnostic] = []
  /// Why nothing comes of the document at all; nil when something does.
  public var problem: String?

  /// Makes the plan of a document, empty at first.
  public init(path: String, format: String? = nil) {
    self.path = path
    self.format = format
  }

  /// The counts of all lists together.
  public var counts: ImportCounts { lists.map(\.counts).reduce(ImportCounts(), +) }
}

/// What becomes of one list.
public struct PlannedList: Equatable, Sendable {
  /// The name in commands.
  public var slug: String
  /// The name people read.
  public var title: String
  /// What the list is for.
  public var kind: ListKind
  /// The day it was issued, ISO 8601.
  public var issued: String?
  /// True when the library has no such list yet.
  public var isNew: Bool
  /// True when title, kind, date, source or introduction of a list that stands change.
  public var changesHead: Bool
  /// Its entries: those of the document in its order, then those that are gone from it.
  public var entries: [PlannedEntry]

  /// Makes the plan of a list.
  public init(
    slug: String, title: String, kind: ListKind, issued: String? = nil, isNew: Bool,
    changesHead: Bool = false, entries: [PlannedEntry] = []
  ) {
    self.slug = slug
    self.title = title
    self.kind = kind
    self.issued = issued
    self.isNew = isNew
    self.changesHead = changesHead
    self.entries = entries
  }

  /// The counts of its entries.
  public var counts: ImportCounts {
    var counts = ImportCounts()
    for entry in entries { counts.add(entry) }
    return counts
  }
}

/// What becomes of one entry.
public struct PlannedEntry: Equatable, Sendable {
  /// What an import does to an entry.
  public enum Change: Equatable, Sendable {
    /// It comes to the list.
    case new
    /// It stays as it is.
    case same
    /// Its text or the facts of its paper change; the names of what does.
    case changed([String])
    /// It stands elsewhere in the list now.
    case moved
    /// The document has it no more; it is kept and labelled when the reader did something with it.
    case gone(isKept: Bool)
    /// It was left out by hand: it does not come, and one that stands in the list stays as it is.
    case leftOut
  }

  /// The line it begins on, counted from 1; nil for an entry that is gone.
  public var line: Int?
  /// The title of its paper.
  public var title: String
  /// The heading it stands under.
  public var section: String?
  /// What becomes of it.
  public var change: Change
  /// Its paper, where the library has it already.
  public var paper: PaperID?
  /// The title of its paper where the entry has only a short form of it, or the other way round.
  public var sameAs: String?

  /// Makes the plan of an entry.
  public init(
    line: Int?, title: String, section: String?, change: Change, paper: PaperID? = nil,
    sameAs: String? = nil
  ) {
    self.line = line
    self.title = title
    self.section = section
    self.change = change
    self.paper = paper
    self.sameAs = sameAs
  }

  /// True when the library has its paper already.
  public var isKnown: Bool { paper != nil }

  /// What a new entry's paper is known by already, in words; nil for one that comes, and for entries
  /// that are not new.
  public var known: String? {
    change == .new ? likeness ?? (isKnown ? "in the library already" : nil) : nil
  }

  /// How its paper was recognised, in words, when its title did not say it.
  public var likeness: String? {
    sameAs.map { "the same as “\($0)” by a short form of its title" }
  }
}

/// How many entries an import finds, and what becomes of them.
public struct ImportCounts: Equatable, Sendable {
  /// The entries found in the documents.
  public var entries = 0
  /// Those that come to their list.
  public var new = 0
  /// Those that stay as they are.
  public var same = 0
  /// Those that change.
  public var changed = 0
  /// Those that only stand elsewhere.
  public var moved = 0
  /// Those that their list had and the document has not.
  public var gone = 0

  /// Makes counts of nothing.
  public init() {}

  /// Counts an entry.
  mutating func add(_ entry: PlannedEntry) {
    switch entry.change {
    case .new: new += 1
    case .same: same += 1
    case .changed: changed += 1
    case .moved: moved += 1
    case .gone: gone += 1
    case .leftOut: break
    }
    if case .gone = entry.change { return }
    entries += 1
  }

  /// The counts of two parts together.
  public static func + (left: ImportCounts, right: ImportCounts) -> ImportCounts {
    var sum = left
    sum.entries += right.entries
    sum.new += right.new
    sum.same += right.same
    sum.changed += right.changed
    sum.moved += right.moved
    sum.gone += right.gone
    return sum
  }
}

extension PlannedEntry.Change {
  /// The word for it, the same on the screen and in JSON.
  public var name: String {
    switch self {
    case .new: "new"
    case .same: "same"
    case .changed: "changed"
    case .moved: "moved"
    case .gone(let isKept): isKept ? "gone, kept" : "gone"
    case .leftOut: "left out"
    }
  }
}

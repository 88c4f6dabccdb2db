/// What merging another library brings, or would bring.
public struct MergeSummary: Equatable, Sendable {
  /// Something on which the two libraries differ, and what was done about it.
  public struct Conflict: Equatable, Sendable {
    /// The key of the paper, or the slug of the list.
    public var subject: String
    /// What differs and what stands now, in a sentence.
    public var message: String

    /// Makes a conflict.
    public init(subject: String, message: String) {
      self.subject = subject
      self.message = message
    }
  }

  /// Papers that were not in this library.
  public var newPapers = 0
  /// Papers that both have.
  public var knownPapers = 0
  /// Lists that were not in this library.
  public var newLists = 0
  /// Entries that lists of both got from the other one.
  public var newEntries = 0
  /// Facts that the reader put right there.
  public var facts = 0
  /// Papers whose status, pass or rating is another one now.
  public var marks = 0
  /// Tags that papers got.
  public var tags = 0
  /// Notes that came.
  public var notes = 0
  /// Versions that came to notes of both.
  public var versions = 0
  /// The reader's own prerequisites that came.
  public var prerequisites = 0
  /// Saved searches that came.
  public var searches = 0
  /// Where the two differ.
  public var conflicts: [Conflict] = []

  /// Makes a summary of nothing.
  public init() {}

  /// The counts that are not zero, in words: “3 papers, 1 list and 2 notes”; empty when all are.
  public var words: String {
    let counts = [
      (newPapers, "paper", "papers"), (newLists, "list", "lists"),
      (newEntries, "entry", "entries"), (marks, "mark", "marks"), (tags, "tag", "tags"),
      (notes, "note", "notes"), (versions, "version of a note", "versions of notes"),
      (prerequisites, "prerequisite", "prerequisites"),
      (facts, "fact put right", "facts put right"),
      (searches, "saved search", "saved searches"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    guard let last = counts.last, counts.count > 1 else { return counts.first ?? "" }
    return counts.dropLast().joined(separator: ", ") + " and " + last
  }
}

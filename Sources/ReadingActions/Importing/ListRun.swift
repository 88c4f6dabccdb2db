import Interchange
import ReadingModel
import ReadingStore

/// One list while its entries come in, from one document or several.
final class ListRun {
  /// An entry of a document.
  struct Entry {
    /// Its paper; nil for one left out whose paper is not in the library.
    var paper: PaperID?
    var title: String
    var line: Int
    var remark: String
    var prerequisites: [Prerequisite]
    var section: Int
    /// Which facts of the paper change.
    var changes: [String] = []
    /// True when the library had the paper before.
    var isKnown = false
    /// True when the list has it no more and the document keeps it for the reader.
    var isGone = false
    /// True when it was left out by hand.
    var isLeftOut = false
    /// The part of the plan that it is told in.
    var part: Int
  }

  /// A list of a document that brings entries to this list.
  struct Part: Equatable {
    var document: Int
    var list: Int
  }

  /// What the list will say of itself.
  var head: ReadingList
  /// True when a person or the document gave the slug.
  let isNamed: Bool
  /// The list as it stands before the import.
  let standing: StandingList?
  var parts: [Part] = []
  var sections: [String?] = []
  var entries: [Entry] = []

  init(head: ReadingList, isNamed: Bool, standing: StandingList?) {
    self.head = head
    self.isNamed = isNamed
    self.standing = standing
  }

  /// Begins a section.
  func open(_ title: String?) { sections.append(title) }

  /// Takes an entry in.
  func append(_ entry: Entry) {
    if sections.isEmpty { sections.append(nil) }
    entries.append(entry)
  }

  /// True when the list that stands under a slug nobody named is another one: no paper is in both.
  var isAnotherList: Bool {
    guard !isNamed, let standing, !standing.entries.isEmpty else { return false }
    let papers = Set(standing.entries.map(\.paper))
    return !entries.contains { $0.paper.map(papers.contains) ?? false }
  }
}

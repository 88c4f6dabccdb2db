import Interchange
import ReadingModel
import ReadingStore

/// The entries of an import: which paper each is about, and what becomes of it.
extension ImportRun {
  func take(
    _ entry: ParsedEntry, _ recognition: PartQueue.Recognition, to place: Place, in document: Int
  ) throws {
    let run = place.run
    let position = ImportRequest.EntryPlace(
      document: document, list: place.list,
      entry: plan.documents[document].lists[place.list].entries.count)
    var taken = ListRun.Entry(
      title: entry.paper.title, line: entry.line, remark: entry.remark,
      prerequisites: entry.prerequisites, section: max(0, run.sections.count - 1),
      part: place.part)
    taken.isGone = entry.isGone
    var sameAs: String?
    if request.leavingOut.contains(position) {
      taken.isLeftOut = true
      taken.paper = try matcher.match(entry.paper, recognition).paper
    } else {
      let settled = try settle(entry, recognition, in: run, at: position)
      taken.paper = settled.paper
      taken.isKnown = settled.isKnown
      taken.changes = settled.changes
      sameAs = settled.sameAs
    }
    plan.documents[document].lists[place.list].entries.append(
      PlannedEntry(
        line: entry.line, title: entry.paper.title, section: run.sections.last ?? nil,
        change: .new, paper: taken.isKnown ? taken.paper : nil, sameAs: sameAs))
    run.append(taken)
  }

  /// Finds the paper of an entry, or the one that a person took it for, and tells what contradicts.
  private func match(
    _ paper: Paper, _ recognition: PartQueue.Recognition, at place: ImportRequest.EntryPlace,
    line: Int
  ) throws -> PaperMatcher.Match {
    var match = try matcher.match(paper, recognition)
    let merged =
      request.merging.contains(place)
      ? match.conflicts.firstIndex { $0.other != nil } : nil
    for (index, conflict) in match.conflicts.enumerated() {
      plan.documents[place.document].conflicts.append(
        PlannedConflict(
          diagnostic: Diagnostic(line: line, message: conflict.message), kind: conflict.kind,
          place: place, identifier: conflict.identifier,
          other: try conflict.other.map { try matcher.described($0, as: conflict.otherKey) },
          isMerged: index == merged))
    }
    if let merged, let other = match.conflicts[merged].other {
      match.paper = other
      match.identifiers = try matcher.free(paper.identifiers, for: other)
    }
    return match
  }

  /// What became of an entry's paper.
  private struct Settled {
    var paper: PaperID
    /// True when the library had it before.
    var isKnown = false
    /// Which of its facts change.
    var changes: [String] = []
    /// The title of the paper it was taken for by a short form of its own.
    var sameAs: String?
  }

  /// Finds or makes the paper of an entry.
  private func settle(
    _ entry: ParsedEntry, _ recognition: PartQueue.Recognition, in run: ListRun,
    at place: ImportRequest.EntryPlace
  ) throws -> Settled {
    var paper = entry.paper
    let match = try match(paper, recognition, at: place, line: entry.line)
    paper.identifiers = match.identifiers
    guard let id = match.paper else {
      return Settled(paper: try bring(paper, entry, recognition))
    }
    var settled = Settled(paper: id)
    if match.isByShortTitle { settled.sameAs = try matcher.described(id, as: nil).title }
    let isFirst = seen.insert(id).inserted
    matcher.remember(paper.identifiers, of: id)
    // A dry run has no rows of the papers that it would have brought.
    guard editor != nil || id.rawValue >= 0 else { return settled }
    let isMerged = request.merging.contains(place)
    let known = try lookup.facts(of: id)
    var facts = known.filling(from: paper)
    if match.isByShortTitle {
      facts = facts.spelledOut(by: paper)
    } else if isFirst, !isMerged, let list = run.standing?.id, try lookup.stands(id, onlyIn: list) {
      facts = known.correcting(from: paper)
    }
    if facts != known { facts = facts.keeping(try lookup.editedFacts(of: id), of: known) }
    if facts != known {
      try editor?.bring(id, from: known, to: facts)
      try matcher.remember(facts, of: id)
    }
    if isMerged { try editor?.name(id, paper.identifiers) }
    if try !lookup.wasTouched(id) { try mark(id, entry.marks) }
    if !matcher.brings(id) {
      settled.isKnown = true
      settled.changes = facts.differences(from: known)
    }
    return settled
  }

  /// Makes the paper of an entry that no paper fits, with what the document says of its reader.
  private func bring(
    _ paper: Paper, _ entry: ParsedEntry, _ recognition: PartQueue.Recognition
  ) throws -> PaperID {
    let id =
      try editor?.add(paper, recognition.forms.key, at: moment)
      ?? PaperID(rawValue: -1 - Int64(seen.count))
    seen.insert(id)
    matcher.remember(paper, recognition, as: id, line: entry.line)
    if let editor {
      try mark(id, entry.marks)
      for tag in entry.marks.tags.compactMap(Actions.tag(ofKeyword:)) {
        try editor.addTag(tag, to: id)
      }
    }
    return id
  }

  /// Takes over what a document says of a reader's progress; never on a paper the reader touched.
  private func mark(_ paper: PaperID, _ marks: ReaderMarks) throws {
    guard let editor, marks != ReaderMarks() else { return }
    if let status = marks.status, status != .unread {
      try editor.setStatus(status, of: paper, at: moment)
    }
    if let pass = marks.pass { try editor.setPass(pass, of: paper, at: moment) }
    if let rating = marks.rating { try editor.setRating(rating, of: paper, at: moment) }
  }
}

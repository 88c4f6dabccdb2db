import ReadingModel

/// The plan of an import as the lines of a screen.
///
/// It is made once, beside the loop, and never changes, so that no key costs more in a long plan.
struct ImportPreview: Equatable, Sendable {
  /// One line.
  enum Row: Equatable, Sendable {
    /// The path of a document, by its place.
    case document(Int)
    /// The head of a list.
    case list(ImportRequest.ListPlace)
    /// A heading of a list, which belongs to the entry after it.
    case section(ImportRequest.EntryPlace)
    /// The heading of the entries that are gone, which belongs to the first of them.
    case gone(ImportRequest.EntryPlace)
    case entry(ImportRequest.EntryPlace)
    /// The heading of the warnings of a document, or of what was left out of it.
    case part(document: Int, Part)
    /// One of those, by its place.
    case remark(document: Int, Part, Int)
  }

  /// What is said of a document below its lists.
  enum Part: Equatable, Sendable {
    case warnings, leftOut
  }

  let plan: ImportPlan
  let rows: [Row]
  /// The rows that a person should look at: conflicts, problems, and the headings of the parts.
  let landmarks: [Int]
  /// The conflicts by the place of their entry; of several, the one that can be merged.
  let conflicts: [ImportRequest.EntryPlace: PlannedConflict]
  /// All entries together.
  let counts: ImportCounts

  init(_ plan: ImportPlan) {
    self.plan = plan
    counts = plan.counts
    var conflicts: [ImportRequest.EntryPlace: PlannedConflict] = [:]
    for conflict in plan.documents.flatMap(\.conflicts)
    where conflicts[conflict.place]?.other == nil {
      conflicts[conflict.place] = conflict
    }
    self.conflicts = conflicts
    var lines = Lines(conflicts: conflicts)
    for (index, document) in plan.documents.enumerated() {
      lines.add(document, at: index, isOnly: plan.documents.count == 1)
    }
    rows = lines.rows
    landmarks = lines.landmarks
  }

  /// The document that a row belongs to.
  func document(of row: Row) -> Int {
    switch row {
    case .document(let document), .part(let document, _), .remark(let document, _, _): document
    case .list(let place): place.document
    case .section(let place), .gone(let place), .entry(let place): place.document
    }
  }

  /// The list that a row belongs to; nil for a row of the document itself, unless it has one list.
  func list(of row: Row) -> ImportRequest.ListPlace? {
    switch row {
    case .list(let place): return place
    case .section(let place), .gone(let place), .entry(let place):
      return ImportRequest.ListPlace(document: place.document, list: place.list)
    case .document, .part, .remark:
      let document = document(of: row)
      guard plan.documents[document].lists.count == 1 else { return nil }
      return ImportRequest.ListPlace(document: document, list: 0)
    }
  }

  /// True when the plan has such a list.
  func has(_ place: ImportRequest.ListPlace) -> Bool {
    plan.documents.indices.contains(place.document)
      && plan.documents[place.document].lists.indices.contains(place.list)
  }

  /// True when the plan has such an entry.
  func has(_ place: ImportRequest.EntryPlace) -> Bool {
    let list = ImportRequest.ListPlace(document: place.document, list: place.list)
    return has(list) && self[list].entries.indices.contains(place.entry)
  }

  /// A list of the plan.
  subscript(place: ImportRequest.ListPlace) -> PlannedList {
    plan.documents[place.document].lists[place.list]
  }

  /// An entry of the plan.
  subscript(place: ImportRequest.EntryPlace) -> PlannedEntry {
    plan.documents[place.document].lists[place.list].entries[place.entry]
  }

  /// The places of the entries that a row stands for: one entry, or all below a heading.
  func entries(below index: Int) -> [ImportRequest.EntryPlace] {
    guard rows.indices.contains(index) else { return [] }
    switch rows[index] {
    case .entry(let place): return [place]
    case .document, .part, .remark: return []
    case .list, .section, .gone:
      var places: [ImportRequest.EntryPlace] = []
      for row in rows[(index + 1)...] {
        switch row {
        case .entry(let place): places.append(place)
        case .section, .gone:
          guard case .list = rows[index] else { return places }
          continue
        case .document, .list, .part, .remark: return places
        }
      }
      return places
    }
  }

  /// The landmark after a row, or before it; nil when there is none.
  func landmark(from row: Int, by step: Int) -> Int? {
    let after = landmarks.partitioningIndex { $0 > row }
    let before = landmarks.partitioningIndex { $0 >= row } - 1
    let index = step > 0 ? after : before
    return landmarks.indices.contains(index) ? landmarks[index] : nil
  }
}

/// The rows of a plan while they are gathered.
private struct Lines {
  let conflicts: [ImportRequest.EntryPlace: PlannedConflict]
  var rows: [ImportPreview.Row] = []
  var landmarks: [Int] = []

  mutating func add(_ document: PlannedDocument, at index: Int, isOnly: Bool) {
    if document.problem != nil { landmarks.append(rows.count) }
    if !isOnly || document.problem != nil { rows.append(.document(index)) }
    for (list, planned) in document.lists.enumerated() {
      rows.append(.list(ImportRequest.ListPlace(document: index, list: list)))
      add(planned.entries, of: list, in: index)
    }
    for (part, count) in [
      (ImportPreview.Part.warnings, document.warnings.count),
      (.leftOut, document.leftOut.count),
    ] where count > 0 {
      landmarks.append(rows.count)
      rows.append(.part(document: index, part))
      rows += (0..<count).map { .remark(document: index, part, $0) }
    }
  }

  private mutating func add(_ entries: [PlannedEntry], of list: Int, in document: Int) {
    var section: String?
    var isGone = false
    for (index, entry) in entries.enumerated() {
      let place = ImportRequest.EntryPlace(document: document, list: list, entry: index)
      if entry.line == nil {
        if !isGone { rows.append(.gone(place)) }
        isGone = true
      } else if entry.section != section {
        section = entry.section
        if section != nil { rows.append(.section(place)) }
      }
      if conflicts[place] != nil { landmarks.append(rows.count) }
      rows.append(.entry(place))
    }
  }
}

extension Array where Element == Int {
  /// The first index from which on a condition holds, in numbers that grow.
  fileprivate func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

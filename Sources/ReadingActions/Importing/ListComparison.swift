import ReadingModel
import ReadingStore

/// How a list of a document differs from the list that stands in the library.
struct ListComparison {
  /// What becomes of each entry of the document, in its order.
  private(set) var changes: [PlannedEntry.Change] = []
  /// An entry that the document has no more.
  struct Gone {
    let entry: StandingList.Entry
    /// True when it is kept and labelled for what the reader did with its paper.
    let isKept: Bool
    /// True when it was left out by hand, so that it stays as it is.
    let isLeftOut: Bool
  }

  /// The entries that are gone from the document.
  private(set) var gone: [Gone] = []
  /// The list as it shall stand.
  private(set) var contents: ListContents

  /// Compares.
  ///
  /// - Parameters:
  ///   - run: The list of the document.
  ///   - standing: The list in the library, nil for a new one.
  ///   - leavesOut: Whether the entry that is the so-manieth of those gone was left out by hand.
  ///   - keeps: Whether an entry that is gone is kept for what the reader did with its paper.
  init(
    _ run: ListRun, with standing: StandingList?, leavesOut: (Int) -> Bool,
    keeps: (PaperID) throws -> Bool
  ) rethrows {
    contents = ListContents(head: run.head, sections: [])
    let old = standing?.entries ?? []
    let (entries, isJoined) = Self.joined(run.entries, as: old)
    let places = Self.places(of: entries, in: old)
    let stays = Self.longestIncreasing(places.compactMap(\.self))
    var present: [PlannedEntry.Change] = []
    for (entry, place) in zip(entries, places) {
      present.append(
        Self.change(
          entry, in: run, from: place.map { old[$0] },
          isInOrder: place.map(stays.contains) ?? false))
    }
    var rest = present[...]
    changes = isJoined.map { $0 ? .same : rest.popFirst() ?? .same }
    let met = Set(places.compactMap(\.self))
    // What is kept of the old list, with whether it is labelled as gone.
    var kept: [Int: Bool] = [:]
    for (entry, place) in zip(entries, places) where entry.isLeftOut {
      if let place { kept[place] = old[place].isGone }
    }
    for (index, entry) in old.enumerated() where !met.contains(index) {
      let isLeftOut = !entry.isGone && leavesOut(gone.count)
      let isKept = try entry.isGone || keeps(entry.paper)
      if isKept || isLeftOut { kept[index] = !isLeftOut }
      if !entry.isGone { gone.append(Gone(entry: entry, isKept: isKept, isLeftOut: isLeftOut)) }
    }
    fill(run.sections, entries, places, old, kept)
  }

  /// The entries of a document, those of one paper as one where the list that stands has one: the
  /// reader may have made one paper of two.
  ///
  /// - Returns: The entries that are left, and for each one of the document whether it went into an
  ///   earlier one.
  private static func joined(
    _ entries: [ListRun.Entry], as old: [StandingList.Entry]
  ) -> (entries: [ListRun.Entry], isJoined: [Bool]) {
    guard !old.isEmpty else { return (entries, entries.map { _ in false }) }
    let standing = Dictionary(old.map { ($0.paper, 1) }, uniquingKeysWith: +)
    var kept: [ListRun.Entry] = []
    var places: [PaperID: Int] = [:]
    let isJoined = entries.map { entry in
      guard let paper = entry.paper, !entry.isLeftOut, standing[paper] == 1,
        let place = places[paper]
      else {
        if let paper = entry.paper, !entry.isLeftOut { places[paper] = kept.count }
        kept.append(entry)
        return false
      }
      kept[place].remark = Remark.joined(kept[place].remark, entry.remark)
      kept[place].changes += entry.changes
      kept[place].prerequisites += entry.prerequisites.filter { prerequisite in
        !kept[place].prerequisites.contains { $0.key == prerequisite.key }
      }
      return true
    }
    return (kept, isJoined)
  }

  /// The places of the entries in the list that stands; several entries of one paper take the places
  /// of that paper in turn.
  private static func places(of entries: [ListRun.Entry], in old: [StandingList.Entry]) -> [Int?] {
    guard !old.isEmpty else { return entries.map { _ in nil } }
    var waiting: [PaperID: [Int]] = [:]
    for (index, entry) in old.enumerated().reversed() {
      waiting[entry.paper, default: []].append(index)
    }
    return entries.map { $0.paper.flatMap { waiting[$0]?.popLast() } }
  }

  private static func change(
    _ entry: ListRun.Entry, in run: ListRun, from old: StandingList.Entry?, isInOrder: Bool
  ) -> PlannedEntry.Change {
    if entry.isLeftOut { return .leftOut }
    guard let old else { return .new }
    var names = entry.changes
    if old.isGone, !entry.isGone { names.append("back in the list") }
    if !old.isGone, entry.isGone { names.append("no longer in the list") }
    if old.remark != entry.remark { names.append("remark") }
    if old.prerequisites != entry.prerequisites { names.append("prerequisites") }
    if !names.isEmpty { return .changed(names) }
    return isInOrder && old.section == run.sections[entry.section] ? .same : .moved
  }

  /// The list as it shall stand: the document's entries, and behind the entry that each followed
  /// before, those that are kept.
  private mutating func fill(
    _ sections: [String?], _ entries: [ListRun.Entry], _ places: [Int?],
    _ old: [StandingList.Entry], _ kept: [Int: Bool]
  ) {
    var followers: [Int: [Int]] = [:]
    var leaders: [Int] = []
    let met = Set(places.compactMap(\.self))
    var last: Int?
    for index in old.indices {
      if kept[index] != nil {
        if let last { followers[last, default: []].append(index) } else { leaders.append(index) }
      } else if met.contains(index) {
        last = index
      }
    }
    contents.sections = sections.map { ListContents.Section(title: $0, entries: []) }
    if contents.sections.isEmpty, !leaders.isEmpty {
      contents.sections = [ListContents.Section(title: nil, entries: [])]
    }
    func keep(_ indices: [Int], in section: Int) {
      contents.sections[section].entries += indices.map {
        let isGone = kept[$0] ?? true
        return ListContents.Entry(
          paper: old[$0].paper, remark: old[$0].remark,
          prerequisites: isGone ? [] : old[$0].prerequisites, isGone: isGone)
      }
    }
    if !leaders.isEmpty { keep(leaders, in: 0) }
    for (entry, place) in zip(entries, places) {
      guard let paper = entry.paper, !entry.isLeftOut else { continue }
      contents.sections[entry.section].entries.append(
        ListContents.Entry(
          paper: paper, remark: entry.remark, prerequisites: entry.prerequisites,
          isGone: entry.isGone))
      if let place, let indices = followers[place] { keep(indices, in: entry.section) }
    }
  }

  /// The numbers of a longest increasing subsequence, so that the fewest entries count as moved.
  ///
  /// Patience sorting, O(n log n): Fredman, “On computing the length of longest increasing
  /// subsequences”, 1975.
  static func longestIncreasing(_ numbers: [Int]) -> Set<Int> {
    var tails: [Int] = []
    var before: [Int] = []
    for (index, number) in numbers.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? tails[low - 1] : -1)
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var chain: Set<Int> = []
    var index = tails.last ?? -1
    while index >= 0 {
      chain.insert(numbers[index])
      index = before[index]
    }
    return chain
  }
}

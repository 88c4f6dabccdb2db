import ReadingModel

/// An import from the moment its document is named: first read, then shown, then carried out.
struct ImportLayer: Equatable, Sendable {
  /// What is going on beside the loop.
  enum Phase: Equatable, Sendable {
    /// The plan is made, or made anew.
    case planning
    /// The plan is on the screen.
    case ready
    case importing
  }

  typealias EntryPlace = ImportRequest.EntryPlace
  typealias ListPlace = ImportRequest.ListPlace

  let material: ImportMaterial
  var phase = Phase.planning
  /// The number of the work that is waited for.
  var job: Int
  /// How many entries that work has read.
  var progress = 0
  /// True once that work was asked to stop.
  var isStopping = false

  /// What is asked: the heads of lists, and which entries are merged.
  var request = ImportRequest()
  /// What was asked when the plan on the screen was made.
  private(set) var plannedRequest = ImportRequest()
  private(set) var preview: ImportPreview?
  /// The entries left out.
  private(set) var leftOut: Set<EntryPlace> = []
  /// How many of them are new, changed and so on.
  private(set) var leftOutCounts = ImportCounts()
  /// The entries whose conflict was looked at and stays.
  private(set) var kept: Set<EntryPlace> = []
  /// How many conflicts nobody has decided about.
  private(set) var openConflicts = 0
  /// The lists that were chosen by hand: with the next plan, all they have stays.
  var chosenLists: Set<ListPlace> = []

  var cursor = 0
  var scroll = 0
  /// What the library has of the papers in view.
  var standing: [PaperID: StandingPaper] = [:]
  /// The papers that was asked for.
  var asked: [PaperID] = []

  init(_ material: ImportMaterial, job: Int) {
    self.material = material
    self.job = job
  }

  /// What is to be planned.
  var order: ImportOrder { ImportOrder(material: material, request: request) }

  /// What is to be imported: what was planned, without the entries left out.
  var finalOrder: ImportOrder {
    var order = order
    order.request.leavingOut = leftOut
    return order
  }

  /// The row under the cursor.
  var row: ImportPreview.Row? {
    guard let preview, preview.rows.indices.contains(cursor) else { return nil }
    return preview.rows[cursor]
  }

  /// The list under the cursor, or the only one.
  var list: ListPlace? { row.flatMap { row in preview?.list(of: row) } }

  /// The entry under the cursor.
  var entry: EntryPlace? {
    if case .entry(let place)? = row { place } else { nil }
  }

  /// The conflict under the cursor.
  var conflict: PlannedConflict? { entry.flatMap { preview?.conflicts[$0] } }

  /// The counts without what was left out.
  var counts: ImportCounts {
    var counts = preview?.counts ?? ImportCounts()
    counts.new -= leftOutCounts.new
    counts.same -= leftOutCounts.same
    counts.changed -= leftOutCounts.changed
    counts.moved -= leftOutCounts.moved
    counts.gone -= leftOutCounts.gone
    return counts
  }

  /// True when an import would change something.
  var isWorthwhile: Bool {
    guard let preview else { return false }
    return counts.new + counts.changed + counts.moved + counts.gone > 0
      || preview.plan.documents.flatMap(\.lists).contains { $0.changesHead }
  }

  /// True while nobody has decided about the conflict of an entry.
  func isOpen(_ place: EntryPlace) -> Bool {
    preview?.conflicts[place] != nil && !kept.contains(place) && !leftOut.contains(place)
      && !request.merging.contains(place)
  }

  /// Takes in a plan; the cursor stays on its row, and what was decided stays decided.
  mutating func show(_ preview: ImportPreview) {
    let row = row
    if self.preview == nil {
      cursor = preview.rows.firstIndex { if case .entry = $0 { true } else { false } } ?? 0
    } else {
      cursor = row.flatMap { preview.rows.firstIndex(of: $0) } ?? cursor
      cursor = max(0, min(cursor, preview.rows.count - 1))
    }
    phase = .ready
    plannedRequest = request
    self.preview = preview
    leftOut = leftOut.filter(preview.has)
    for list in chosenLists where preview.has(list) { leaveOutGone(of: list) }
    chosenLists = []
    recount()
  }

  /// Goes on with the plan on the screen after another one could not be made.
  mutating func keepPlan() {
    phase = .ready
    request = plannedRequest
    chosenLists = []
    recount()
  }

  /// Leaves entries out, or takes them back when all of them are.
  mutating func toggle(_ places: [EntryPlace]) {
    guard let preview else { return }
    let isBack = places.allSatisfy(leftOut.contains)
    for place in places where leftOut.contains(place) == isBack {
      let before = isOpen(place)
      if isBack { leftOut.remove(place) } else { leftOut.insert(place) }
      leftOutCounts.add(preview[place].change, isBack ? -1 : 1)
      openConflicts += (isOpen(place) ? 1 : 0) - (before ? 1 : 0)
    }
  }

  /// Leaves the conflict of an entry as it is: both papers stay.
  ///
  /// - Returns: True when the plan has to be made anew.
  mutating func keep(_ place: EntryPlace) -> Bool {
    let before = isOpen(place)
    kept.insert(place)
    let wasMerged = request.merging.remove(place) != nil
    openConflicts += (isOpen(place) ? 1 : 0) - (before ? 1 : 0)
    return wasMerged
  }

  /// Takes an entry for the other paper of its conflict.
  mutating func merge(_ place: EntryPlace) {
    let before = isOpen(place)
    kept.remove(place)
    request.merging.insert(place)
    openConflicts += (isOpen(place) ? 1 : 0) - (before ? 1 : 0)
  }

  /// Forgets which of a list's entries stay though they are gone, since it will be another list.
  mutating func dropGone(of list: ListPlace) {
    guard let preview else { return }
    leftOut = leftOut.filter { place in
      place.document != list.document || place.list != list.list || preview[place].line != nil
    }
    recount()
  }

  private mutating func leaveOutGone(of list: ListPlace) {
    guard let preview else { return }
    let entries = preview[list].entries
    for index in entries.indices.reversed() {
      guard entries[index].line == nil else { return }
      leftOut.insert(EntryPlace(document: list.document, list: list.list, entry: index))
    }
  }

  private mutating func recount() {
    guard let preview else { return }
    leftOutCounts = ImportCounts()
    for place in leftOut { leftOutCounts.add(preview[place].change, 1) }
    openConflicts = preview.conflicts.keys.count(where: isOpen)
  }
}

extension ImportCounts {
  /// Counts an entry so many times.
  fileprivate mutating func add(_ change: PlannedEntry.Change, _ times: Int) {
    switch change {
    case .new: new += times
    case .same: same += times
    case .changed: changed += times
    case .moved: moved += times
    case .gone: gone += times
    case .leftOut: break
    }
  }
}

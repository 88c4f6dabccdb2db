import ReadingModel

/// Something that the palette finds.
struct PaletteItem: Equatable, Sendable {
  /// What it stands for.
  enum Target: Equatable, Sendable {
    /// An action, to be carried out.
    case action(Action)
    /// A list or another source of papers, to be shown.
    case source(RowSource)
    /// A paper, to be gone to; its index among the papers that match.
    case paper(PaperID, index: Int)
  }

  let target: Target
  /// What it is called.
  let name: FuzzyText
  /// What else it can be found by: the name of an action, the authors of a paper.
  let detail: FuzzyText
  /// The paper's status; nil for what is no paper.
  let status: Status?

  init(target: Target, name: FuzzyText, detail: String, status: Status? = nil) {
    self.target = target
    self.name = name
    self.detail = FuzzyText(detail)
    self.status = status
  }

  /// What kind of thing it is, in one word.
  var kind: String {
    switch target {
    case .action: "action"
    case .source: "list"
    case .paper: "paper"
    }
  }

  /// Every action that can be asked for where the palette opens, in the order of help.
  static let actions = ActionTable.entries.filter {
    $0.action != .palette && $0.ownContext == nil
  }.map { entry in
    PaletteItem(
      target: .action(entry.action), name: FuzzyText(entry.summary), detail: entry.action.rawValue)
  }

  /// A list or another source of papers.
  init(_ item: ListsPane.Item) {
    self.init(target: .source(item.source), name: FuzzyText(item.label), detail: item.slug ?? "")
  }

  /// A paper found.
  init(_ row: EntryRow, index: Int) {
    let shortName = row.shortName.flatMap { row.title.hasPrefix($0) ? nil : $0 }
    let year = row.year.map(String.init)
    let detail = [row.authors.first, year].compactMap(\.self).joined(separator: " ")
    self.init(
      target: .paper(row.paper, index: index), name: FuzzyText(row.title, behind: shortName),
      detail: detail, status: row.progress.status)
  }
}

public import ReadingModel

/// A whole document as it was read.
public struct ParsedDocument: Equatable, Sendable {
  /// A list of the document.
  public struct List: Equatable, Sendable {
    /// What the document says about it.
    public var head: ListHead
    /// Its sections in order.
    public var sections: [Section]

    /// The number of its entries.
    public var count: Int { sections.reduce(0) { $0 + $1.entries.count } }
  }

  /// Entries under one heading.
  public struct Section: Equatable, Sendable {
    /// The heading; nil where there is none.
    public var title: String?
    /// The entries in order.
    public var entries: [ParsedEntry]
  }

  /// The lists in order; none without entries.
  public var lists: [List] = []
  /// What was read otherwise than it may have been meant, by line.
  public var warnings: [Diagnostic] = []
  /// What was left out on purpose, by line.
  public var leftOut: [Diagnostic] = []

  /// The number of entries in all lists.
  public var count: Int { lists.reduce(0) { $0 + $1.count } }

  /// Reads a document whole.
  ///
  /// - Throws: What the importer throws; one whose receiver does not throw never does.
  public init(reading source: ImportSource, with importer: Importer) throws {
    warnings = source.warnings
    var document = self
    try importer.read(source) { document.take($0) }
    document.lists.removeAll { $0.count == 0 }
    for index in document.lists.indices {
      document.lists[index].sections.removeAll { $0.entries.isEmpty }
    }
    document.warnings.sort { $0.line < $1.line }
    self = document
  }

  private mutating func take(_ part: DocumentPart) {
    switch part {
    case .list(let head):
      if let last = lists.indices.last, lists[last].sections.isEmpty {
        lists[last].head = head
      } else {
        lists.append(List(head: head, sections: []))
      }
    case .section(let title):
      openList()
      lists[lists.count - 1].sections.append(Section(title: title, entries: []))
    case .entry(let entry):
      openList()
      if lists[lists.count - 1].sections.isEmpty {
        lists[lists.count - 1].sections.append(Section(title: nil, entries: []))
      }
      let section = lists[lists.count - 1].sections.count - 1
      lists[lists.count - 1].sections[section].entries.append(entry)
    case .warning(let diagnostic): warnings.append(diagnostic)
    case .leftOut(let diagnostic): leftOut.append(diagnostic)
    }
  }

  private mutating func openList() {
    if lists.isEmpty { lists.append(List(head: ListHead(), sections: [])) }
  }
}

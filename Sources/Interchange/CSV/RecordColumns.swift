import ReadingModel

/// What the columns of a table say about papers.
struct RecordColumns {
  /// The meaning of each column; nil for one that has none.
  private(set) var names: [RecordName?]
  /// The names as they stand in the table.
  let header: [String]
  /// True when the first row is a header rather than a paper.
  let hasHeader: Bool
  /// The index of a column that is taken for the title though it is not called so.
  private(set) var assumedTitle: Int?

  /// How many columns have a meaning that is told by their name.
  var known: Int { names.count { $0 != nil && $0?.field != .bookkeeping } }
  /// True when a column is called a title, or by a name that stands for one.
  var hasTitle: Bool { names.contains { $0?.field == .title } && assumedTitle == nil }
  /// True for the tables of Zotero, whose texts carry HTML.
  var isZotero: Bool { header.contains("Item Type") && header.contains("Key") }

  /// Tells the meaning of the columns by the first row, and where that says nothing, by the rows
  /// behind it.
  init(firstRow: [String], samples: [[String]]) {
    // A header names things; an address or an identifier is a thing.
    hasHeader = !firstRow.contains { Identifier.recognise($0) != nil || $0.contains("://") }
    header = hasHeader ? firstRow : []
    if hasHeader {
      names = header.map { RecordName.of($0) }
    } else {
      names = firstRow.map { cell in
        if Identifier.recognise(cell) != nil { return RecordName(field: .address) }
        return PublicationYear.first(in: cell).map { String($0) } == cell
          ? RecordName(field: .year) : nil
      }
    }
    chooseTitle(samples: hasHeader ? samples : [firstRow] + samples)
  }

  private mutating func chooseTitle(samples: [[String]]) {
    let ranks = names.map { $0?.field == .title ? $0?.rank ?? 0 : Int.max }
    if let best = ranks.min(), best < Int.max, let title = ranks.firstIndex(of: best) {
      for index in names.indices where names[index]?.field == .title && index != title {
        names[index] = names[index]?.otherwise.map { RecordName(field: $0, rank: 1) }
      }
      return
    }
    let open = names.indices.filter { names[$0] == nil }
    let hasText = { (index: Int) in
      samples.contains { row in index < row.count && Self.isText(row[index]) }
    }
    guard let title = open.first(where: hasText) ?? open.first ?? names.indices.first else {
      return
    }
    names[title] = RecordName(field: .title)
    assumedTitle = title
  }

  /// True for a cell with words rather than a number or an address.
  private static func isText(_ cell: String) -> Bool {
    cell.contains { $0.isLetter } && Identifier.recognise(cell) == nil
  }
}

import ReadingModel

/// Makes entries of the rows of a table.
struct TableReader {
  private var rows: DelimitedRows
  private let receive: DocumentReceiver
  private var section: String?

  /// How many rows are looked at to tell what the columns say.
  private static let samples = 50

  /// Reads a table; each row that is not empty is an entry.
  ///
  /// - Throws: What `receive` throws.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, dialect: TableDialect, _ receive: DocumentReceiver
  ) throws {
    try withoutActuallyEscaping(receive) { receive in
      var reader = TableReader(
        rows: DelimitedRows(
          bytes, delimiter: dialect.delimiter, from: dialect.start, line: dialect.line),
        receive: receive)
      try reader.read()
    }
  }

  private init(rows: DelimitedRows, receive: @escaping DocumentReceiver) {
    self.rows = rows
    self.receive = receive
  }

  /// The columns of the table that the rows belong to; nil when it has no row.
  static func columns(of rows: DelimitedRows) -> RecordColumns? {
    var rows = rows
    var row = DelimitedRows.Row()
    guard rows.next(&row) else { return nil }
    let first = row.cells.map { SafeText.line(rows.text($0)) }
    var samples: [[String]] = []
    while samples.count < Self.samples, rows.next(&row) {
      samples.append(row.cells.prefix(100).map { SafeText.line(rows.text($0), limit: 400) })
    }
    return RecordColumns(firstRow: first, samples: samples)
  }

  /// How many rows may stand above the header.
  private static let mostAbove = 8

  /// Takes the rows off that stand above the header of a table: its title, and rows without text.
  ///
  /// - Returns: The text of each with its line; none when the first row is the header, or no row is.
  static func takeFront(of rows: inout DelimitedRows) -> [Diagnostic] {
    var ahead = rows
    var above: [Diagnostic] = []
    var row = DelimitedRows.Row()
    while above.count <= mostAbove {
      let start = ahead
      guard ahead.next(&row) else { return [] }
      let cells = row.cells.prefix(200).map { SafeText.line(rows.text($0), limit: 400) }
      let columns = RecordColumns(firstRow: cells, samples: [])
      if columns.hasHeader, columns.hasTitle, columns.known > 1 {
        rows = start
        return above
      }
      let texts = cells.filter { !$0.isEmpty }
      guard texts.count <= 2 else { return [] }
      above.append(.leftOut(texts.joined(separator: ", "), line: row.line))
    }
    return []
  }

  private mutating func read() throws {
    let front = Self.takeFront(of: &rows).filter { !$0.message.isEmpty }
    if let title = front.first { try receive(.list(ListHead(title: title.message))) }
    for text in front.dropFirst() { try receive(.leftOut(text)) }
    guard let columns = Self.columns(of: rows) else { return }
    var row = DelimitedRows.Row()
    if columns.hasHeader, rows.next(&row) {
      try warnOfQuotes(row)
      try describe(columns, line: row.line)
    }
    while rows.next(&row) {
      try warnOfQuotes(row)
      try entry(of: row, columns)
    }
  }

  private func describe(_ columns: RecordColumns, line: Int) throws {
    if let title = columns.assumedTitle {
      try receive(
        .warning(
          Diagnostic(
            line: line,
            message: "no column is called “title”; “\(columns.header[title])” was taken for it")))
    }
    let unknown = zip(columns.header, columns.names)
      .filter { !$0.0.isEmpty && ($0.1 == nil || $0.1?.field == .bookkeeping) }.map(\.0)
    guard !unknown.isEmpty else { return }
    let list = SafeText.line(unknown.joined(separator: ", "), limit: 400)
    try receive(
      .leftOut(Diagnostic(line: line, message: "columns that have no place in a list: \(list)")))
  }

  private func warnOfQuotes(_ row: DelimitedRows.Row) throws {
    guard let line = row.damagedLine else { return }
    try receive(
      .warning(
        Diagnostic(
          line: line,
          message: "a quotation mark here is not closed or not doubled; it was read as a character"
        )))
  }

  private mutating func entry(of row: DelimitedRows.Row, _ columns: RecordColumns) throws {
    var entry = RecordEntry()
    entry.hasMarkup = columns.isZotero
    var fallback: String?
    for (index, cell) in row.cells.enumerated() where !cell.range.isEmpty {
      let text = TableText.read(rows.text(cell))
      guard text.utf8.contains(where: { $0 > 0x20 }) else { continue }
      fallback = fallback ?? text
      if index < columns.names.count, let name = columns.names[index] { entry.add(text, as: name) }
    }
    guard let fallback else {
      return try receive(.leftOut(Diagnostic(line: row.line, message: "a row without text")))
    }
    if row.count > columns.names.count, hasText(in: row, from: columns.names.count) {
      try receive(
        .warning(
          Diagnostic(
            line: row.line,
            message: "the row has \(row.count) cells and the table \(columns.names.count) columns; "
              + "the cells at the end were left out")))
    }
    if entry.section != section {
      section = entry.section
      try receive(.section(section))
    }
    try receive(.entry(entry.entry(line: row.line, fallback: fallback)))
  }

  private func hasText(in row: DelimitedRows.Row, from index: Int) -> Bool {
    row.count > row.cells.count
      || row.cells.dropFirst(index).contains { cell in
        rows.bytes[cell.range].contains { $0 > 0x20 }
      }
  }
}

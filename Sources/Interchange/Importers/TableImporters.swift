import ReadingModel

extension Importer {
  /// Tables with commas, semicolons or bars between the cells.
  static let csv = Importer(
    name: "csv", title: "a CSV table", endings: ["csv"],
    likelihood: { source, sample in
      tableLikelihood(sample, hasEnding: source.ending == "csv") { $0 != 0x09 }
    },
    read: { source, receive in
      try source.withBytes { bytes in
        try TableReader.read(bytes, dialect: TableDialect(of: bytes), receive)
      }
    })

  /// Tables with tabs between the cells.
  static let tsv = Importer(
    name: "tsv", title: "a table with tabs", endings: ["tsv", "tab"],
    likelihood: { source, sample in
      tableLikelihood(sample, hasEnding: ["tsv", "tab"].contains(source.ending)) { $0 == 0x09 }
    },
    read: { source, receive in
      try source.withBytes { bytes in
        var dialect = TableDialect(of: bytes)
        if dialect.line == 1 { dialect.delimiter = 0x09 }
        try TableReader.read(bytes, dialect: dialect, receive)
      }
    })

  /// How likely a document is a table, by the names of its columns and the number of its cells.
  private static func tableLikelihood(
    _ sample: String, hasEnding: Bool, accepts: (UInt8) -> Bool
  ) -> Likelihood {
    var sample = sample
    return sample.withUTF8 { bytes in
      let dialect = TableDialect(of: bytes)
      let unlikely: Likelihood = hasEnding && !bytes.isEmpty ? .possible : .none
      guard accepts(dialect.delimiter) else { return unlikely }
      var rows = DelimitedRows(
        bytes, delimiter: dialect.delimiter, from: dialect.start, line: dialect.line)
      _ = TableReader.takeFront(of: &rows)
      guard let columns = TableReader.columns(of: rows) else { return unlikely }
      if columns.isZotero || bytes.starts(with: CSVPrinter.mark.utf8) { return .certain }
      guard columns.hasHeader, columns.hasTitle, columns.known > 1, isEven(rows, columns) else {
        return unlikely
      }
      return .likely
    }
  }

  /// True when most of the rows behind the header have as many cells as there are columns.
  private static func isEven(_ rows: DelimitedRows, _ columns: RecordColumns) -> Bool {
    var rows = rows
    var row = DelimitedRows.Row()
    var even = 0
    var uneven = 0
    _ = rows.next(&row)
    while even + uneven < 20, rows.next(&row) {
      if row.count == columns.names.count { even += 1 } else { uneven += 1 }
    }
    return even > uneven
  }
}

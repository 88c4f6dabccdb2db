/// The rows of a table of delimited text, such as CSV (RFC 4180), one after another.
///
/// Reads what spreadsheets and people write: any of the usual line ends, delimiters and line ends
/// inside quotation marks, spaces around quoted cells. A quotation mark that is not closed, or that
/// stands where none can, is read as a character, and damages one row and not those behind it. Each
/// byte is looked at a few times on average: after many marks that are not closed, cells end with
/// their line.
struct DelimitedRows {
  /// A cell by its place.
  struct Cell {
    /// The bytes of its text, without the quotation marks around it.
    var range: Range<Int>
    /// True when quotation marks inside it are doubled.
    var hasDoubledQuotes = false
  }

  /// A row.
  struct Row {
    /// Its cells, at most `mostCells`.
    var cells: [Cell] = []
    /// How many cells it has.
    var count = 0
    /// The line it begins on, counted from 1.
    var line = 0
    /// The line of the first quotation mark in it that is not as it should be.
    var damagedLine: Int?
  }

  /// How many cells of a row are kept; spreadsheets have as many columns at most.
  static let mostCells = 16_384

  /// The text.
  let bytes: UnsafeBufferPointer<UInt8>
  /// What stands between two cells.
  let delimiter: UInt8
  private var position: Int
  private var line: Int
  /// How many bytes may still be read in vain, looking for the end of a quoted cell.
  private var patience: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from start: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.line = line
    position = start
    patience = 4 * bytes.count
  }

  /// Reads the next row that is no empty line; false at the end.
  mutating func next(_ row: inout Row) -> Bool {
    while position < bytes.count, endOfLine(at: position) { closeLine() }
    guard position < bytes.count else { return false }
    row.cells.removeAll(keepingCapacity: true)
    row.count = 0
    row.line = line
    row.damagedLine = nil
    while true {
      let cell = cell(&row)
      row.count += 1
      if row.count <= Self.mostCells { row.cells.append(cell) }
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    if position < bytes.count { closeLine() }
    return true
  }

  /// The text of a cell.
  func text(_ cell: Cell) -> String {
    let slice = bytes[cell.range]
    guard cell.hasDoubledQuotes else { return String(decoding: slice, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(slice.count)
    var isSecond = false
    for byte in slice {
      isSecond = byte == Self.quote && !isSecond
      if byte != Self.quote || isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Cells

  private static let quote = UInt8(ascii: "\"")

  private func endOfLine(at index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  private mutating func closeLine() {
    let isPair =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
  }

  private func afterSpaces(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index
  }

  private func endsCell(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == delimiter || endOfLine(at: index)
  }

  private mutating func cell(_ row: inout Row) -> Cell {
    let start = position
    let opening = afterSpaces(start)
    if opening < bytes.count, bytes[opening] == Self.quote {
      if let cell = quoted(opening, &row) { return cell }
      row.damagedLine = row.damagedLine ?? line
    }
    while !endsCell(position) { position += 1 }
    return Cell(range: start..<position)
  }

  /// The cell whose opening quotation mark stands at an offset; nil, with nothing read, when the mark
  /// is only a character.
  ///
  /// A mark inside that neither is doubled nor ends the cell is a character too. Where one seems to
  /// open another cell, and at the end of the document, the first mark was never closed.
  private mutating func quoted(_ opening: Int, _ row: inout Row) -> Cell? {
    var cell = Cell(range: 0..<0)
    var index = opening + 1
    var lines = 0
    var strayLine: Int?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        if strayLine == line || index - opening > patience { return givenUp(opening, at: index) }
        let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        index += isPair ? 2 : 1
        lines += 1
      } else if byte != Self.quote {
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
        cell.hasDoubledQuotes = true
        index += 2
      } else {
        let end = afterSpaces(index + 1)
        if endsCell(end) {
          cell.range = (opening + 1)..<index
          position = end
          row.damagedLine = row.damagedLine ?? strayLine
          line += lines
          return cell
        }
        let isOpening = bytes[index - 1] == delimiter || endOfLine(at: index - 1)
        if (isOpening && index > opening + 1) || index - opening > patience {
          return givenUp(opening, at: index)
        }
        strayLine = strayLine ?? line + lines
        index += 1
      }
    }
    return givenUp(opening, at: index)
  }

  private mutating func givenUp(_ opening: Int, at index: Int) -> Cell? {
    patience -= index - opening
    return nil
  }
}

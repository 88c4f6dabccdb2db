import Terminal

/// A piece of text in one style.
struct StyledRun: Equatable, Sendable {
  /// The text, without line ends.
  var text: String
  /// How it is drawn.
  var style: Style
  /// The address that it stands for, where it does.
  var address: String?

  init(
    _ text: String, _ role: Role = .text, _ attributes: Style.Attributes = [],
    address: String? = nil
  ) {
    self.text = text
    self.address = address
    style = Style(role, attributes)
  }

  init(_ text: String, style: Style) {
    self.text = text
    self.style = style
  }
}

/// A line that is laid out: runs after some free columns.
struct StyledLine: Equatable, Sendable {
  /// The columns left free before the text.
  var indent = 0
  /// The text.
  var runs: [StyledRun] = []

  /// A line with nothing on it.
  static let blank = StyledLine()

  /// The runs broken into lines of at most so many columns.
  static func wrapped(
    _ runs: [StyledRun], columns: Int, indent: Int = 0, hanging: Int = 0
  ) -> [StyledLine] {
    let text = runs.map(\.text).joined()
    var pieces = RunPieces(runs: runs)
    return wrap(text, columns: columns, firstIndent: indent, hangingIndent: hanging).map { line in
      let start = text.utf8.distance(from: text.startIndex, to: line.content.lowerBound)
      let end = text.utf8.distance(from: text.startIndex, to: line.content.upperBound)
      return StyledLine(indent: line.indent, runs: pieces.next(from: start, to: end))
    }
  }
}

/// Cuts runs into pieces from the first on, so that many lines of many runs take one walk.
private struct RunPieces {
  let runs: [StyledRun]
  /// The run that the last piece ended in, and the bytes before it.
  private var index = 0
  private var offset = 0

  init(runs: [StyledRun]) { self.runs = runs }

  /// The runs between two offsets in UTF-8, neither before those of the piece before.
  mutating func next(from start: Int, to end: Int) -> [StyledRun] {
    var result: [StyledRun] = []
    while index < runs.count {
      let count = runs[index].text.utf8.count
      let low = max(start, offset) - offset
      let high = min(end, offset + count) - offset
      if low < high {
        var piece = runs[index]
        piece.text = String(
          decoding: piece.text.utf8.dropFirst(low).prefix(high - low), as: UTF8.self)
        result.append(piece)
      }
      if offset + count > end { break }
      offset += count
      index += 1
    }
    return result
  }
}

extension Surface {
  /// Draws a line from a position on, cut at `limit`, and returns the columns used.
  @discardableResult
  mutating func write(_ line: StyledLine, at point: Point, limit: Int) -> Int {
    var column = point.column + line.indent
    for run in line.runs {
      let start = column
      column += write(
        run.text, at: Point(row: point.row, column: column), style: run.style, limit: limit)
      if let address = run.address { link(start..<column, row: point.row, to: address) }
    }
    return column - point.column
  }
}

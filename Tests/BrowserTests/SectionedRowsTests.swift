import ReadingModel
import Testing

@testable import Browser

@Suite("Rows under headings")
struct SectionedRowsTests {
  static let layouts: [[SectionSpan]] = [
    [],
    [SectionSpan(title: nil, first: 1, count: 7)],
    [SectionSpan(title: "A", first: 1, count: 7)],
    [SectionSpan(title: "A", first: 1, count: 1), SectionSpan(title: "B", first: 2, count: 6)],
    [
      SectionSpan(title: nil, first: 1, count: 2), SectionSpan(title: "A", first: 3, count: 0),
      SectionSpan(title: "B", first: 3, count: 1), SectionSpan(title: "C", first: 4, count: 4),
    ],
  ]

  @Test("have a line each, in order, with nothing else than headings between", arguments: layouts)
  func everyLine(_ sections: [SectionSpan]) {
    let lines = SectionedRows(rows: 7, sections: sections)
    var rows: [Int] = []
    var headings: [String] = []
    for line in 0..<lines.lineCount {
      switch lines.content(ofLine: line) {
      case .row(let row):
        rows.append(row)
        #expect(lines.line(ofRow: row) == line)
      case .heading(let title): headings.append(title)
      case .blank: #expect(line > 0)
      }
    }
    #expect(rows == Array(0..<7))
    #expect(headings == sections.filter { $0.count > 0 }.compactMap(\.title))
  }

  @Test("have a blank line before a heading that is not at the top")
  func blanks() {
    let lines = SectionedRows(rows: 7, sections: Self.layouts[3])
    #expect((0..<5).map(lines.content) == [.heading("A"), .row(0), .blank, .heading("B"), .row(1)])
    #expect(lines.firstLine(withRow: 1) == 3)
    #expect(lines.firstLine(withRow: 2) == lines.line(ofRow: 2))
  }

  @Test("take no lines when there are none")
  func empty() {
    #expect(SectionedRows(rows: 0, sections: Self.layouts[2]).lineCount == 0)
  }
}

import Foundation
import ReadingModel
import TestSupport
import Testing

@testable import LecternCommands

@Suite("lectern bench")
struct BenchTests {
  @Test("The papers are the same ones each time, and each is another one")
  func papers() {
    let list = BenchPapers.list(of: 250)
    #expect(list == BenchPapers.list(of: 250))
    let papers = list.sections.flatMap(\.entries).map(\.paper)
    #expect(list.sections.map(\.entries.count) == [100, 100, 50])
    #expect(Set(papers.map(\.title)).count == 250)
    #expect(Set(papers.flatMap(\.identifiers)).count == 250)
    for word in BenchPapers.searches {
      #expect(papers.contains { $0.title.lowercased().hasPrefix(word) })
    }
  }

  @Test("Quantiles are those of the sorted values")
  func quantiles() {
    let values = (1...100).map(Double.init)
    #expect(BenchFigure.quantile(values, 0.5) == 50 && BenchFigure.quantile(values, 0.95) == 95)
    #expect(BenchFigure.quantile([7], 0.95) == 7 && BenchFigure.quantile([], 0.5) == 0)
    #expect(BenchFigure.milliseconds(.microseconds(1_500)) == 1.5)
  }

  @Test(
    "Numbers have three digits that count",
    arguments: [
      (0.0123, "0.012"), (1.0049, "1.00"), (12.34, "12.3"), (123.4, "123"), (0, "0.000"),
      (9.999, "10.00"),
    ])
  func digits(value: Double, text: String) { #expect(BenchFigure.text(value) == text) }

  @Test("A budget is broken above its limit and above so many times the floor")
  func budgets() {
    func figure(_ times: [Int], floor: Double?, isOfHigh: Bool = true) -> BenchFigure {
      BenchFigure(
        "x", times.map { .milliseconds($0) }, floor: floor,
        budget: .init(limit: 5, isOfHigh: isOfHigh, timesFloor: 3))
    }
    #expect(figure([1, 2, 5], floor: nil).holds && !figure([1, 2, 6], floor: nil).holds)
    #expect(figure([1, 2, 6], floor: 2).holds && !figure([1, 2, 7], floor: 2).holds)
    #expect(figure([1, 2, 9], floor: nil, isOfHigh: false).holds)
    #expect(figure([1, 2, 6], floor: nil).row.last == "5.00 broken")
  }

  @Test("It measures everything, as a table and as JSON, and leaves nothing behind")
  func measures() throws {
    let program = try BuiltProgram()
    let folder = program.home.appendingPathComponent("tmp")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let result = try program.run(
      "bench", "--papers", "300", "--json", environment: ["TMPDIR": folder.path])
    #expect(result.code == 0 && result.complaint.isEmpty, "\(result.complaint)")
    let parsed = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    #expect(parsed.papers == 300)
    #expect(
      parsed.figures.map(\.name) == [
        "import", "open, first page", "move", "page at the end", "mark", "undo", "search, a key",
        "export markdown", "export bibtex", "export csv", "resident at most",
      ])
    for figure in parsed.figures { #expect(figure.median > 0 && figure.p95 > 0, "\(figure.name)") }
    #expect(parsed.figures.filter { $0.floor != nil }.count == 5)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.library))
    #expect(try program.run("bench", "--papers", "1").code == 2)
  }

  private struct Report: Decodable {
    struct Figure: Decodable {
      let name: String
      let median: Double
      let p95: Double
      let floor: Double?
    }
    let papers: Int
    let figures: [Figure]
  }
}

import Interchange
import ReadingModel
import Testing

@Suite("What importers hand over besides entries")
struct CleanPartsTests {
  @Test("Messages are safe text")
  func clean() throws {
    let document = try read("@book{a, title = {A}, xdata = {x\u{0}y}}\n", as: "bibtex")
    let shown = (document.warnings + document.leftOut).map(\.message)
    #expect(document.entries.count == 1 && !shown.isEmpty)
    #expect(shown.allSatisfy { $0 == SafeText.line($0) }, "\(shown)")
  }
}

import Interchange
import ReadingModel
import SeedLists
import Testing

@Suite("Built-in lists")
struct SeedListTests {
  @Test(
    "They are canonical and are printed back byte for byte",
    arguments: SeedLists.documents.map { String(decoding: $0, as: UTF8.self) })
  func canonical(document: String) throws {
    let parsed = try ListFormat.parse(Array(document.utf8))
    #expect(parsed.warnings.isEmpty)
    #expect(ListFormat.print(parsed.list).utf8.elementsEqual(document.utf8))
    #expect(!parsed.list.sections.isEmpty)
  }
}

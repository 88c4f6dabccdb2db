import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Lists in the library")
struct ListDocumentTests {
  @Test("A list comes out as the document that went in")
  func roundTrip() throws {
    let library = try Fixture.library()
    for list in [Fixture.order, Fixture.week] {
      let id = try #require(try library.list(slug: list.slug)).id
      #expect(try library.document(of: id) == list)
    }
    #expect(try library.faults() == [])
  }
}

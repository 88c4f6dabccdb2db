import Foundation
import Testing

@testable import Browser

@Suite("The documents made from the program")
struct DocumentTests {
  @Test("say what the program says: docs/keys.md, which `make docs` writes")
  func keys() throws {
    let file = #filePath.replacing("Tests/BrowserTests/DocumentTests.swift", with: "docs/keys.md")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text == ActionListing.markdown(ActionListing.all(in: .standard)))
  }
}

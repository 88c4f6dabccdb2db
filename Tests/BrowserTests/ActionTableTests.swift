import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("The table of actions")
struct ActionTableTests {
  @Test("has every action once")
  func complete() {
    #expect(ActionTable.entries.map(\.action).count == Action.allCases.count)
    #expect(Set(ActionTable.entries.map(\.action)) == Set(Action.allCases))
  }

  @Test("names actions in lower case with hyphens", arguments: Action.allCases)
  func names(_ action: Action) {
    #expect(action.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test("lists names, keys and summaries, with the keys as they are now")
  func listing() throws {
    let (map, _) = KeyMap.standard(overriding: [("undo", [])])
    let listing = ActionListing.all(in: map)
    let undo = try #require(listing.first { $0.name == "undo" })
    #expect(undo.keys.isEmpty)
    #expect(undo.group == "Taking back")
    #expect(listing.first { $0.name == "first" }?.keys == ["g g", "Home"])
  }

  @Test("prints as text and as Markdown")
  func prints() throws {
    let listing = ActionListing.all(in: .standard)
    try expectSnapshot(of: ActionListing.text(listing), named: "text")
    try expectSnapshot(of: ActionListing.markdown(listing), named: "markdown")
  }
}

import Terminal
import Testing

@testable import Browser

@Suite("The key map")
struct KeyMapTests {
  private func sequence(_ notation: String) throws -> KeySequence {
    try KeySequence(notation: notation)
  }

  @Test("knows a key, the beginning of a sequence, and what means nothing")
  func resolves() throws {
    let map = KeyMap.standard
    #expect(map.resolve(try sequence("j").keys) == .action(.moveDown))
    #expect(map.resolve(try sequence("g").keys) == .moreInputNeeded)
    #expect(map.resolve(try sequence("g g").keys) == .action(.first))
    #expect(map.resolve(try sequence("g x").keys) == .none)
    #expect(map.resolve(try sequence("F5").keys) == .none)
  }

  @Test("gives every action of the table its default keys")
  func defaults() {
    for entry in ActionTable.entries {
      #expect(!entry.keys.isEmpty, "\(entry.action.rawValue)")
      #expect(KeyMap.standard.sequences(for: entry.action) == entry.keys)
    }
  }

  @Test("lists what a first key can become")
  func continuations() throws {
    let found = KeyMap.standard.continuations(of: try sequence("y").keys)
    #expect(found.map(\.keys) == ["u", "t", "b", "m", "k"])
    #expect(found.first?.name == "copy-address")
  }

  @Test("gives a named action the keys given and no others")
  func overrides() throws {
    let (map, problems) = KeyMap.standard(
      overriding: [("mark-read", [try sequence("F2"), try sequence("x")]), ("suspend", [])])
    #expect(problems.isEmpty)
    #expect(map.resolve(try sequence("x").keys) == .action(.markRead))
    #expect(map.resolve(try sequence("r").keys) == .none)
    #expect(map.name(of: .markRead) == "F2")
    #expect(map.sequences(for: .suspend).isEmpty)
  }

  @Test("lets two actions change keys without a conflict")
  func swaps() throws {
    let (map, problems) = KeyMap.standard(
      overriding: [("mark-read", [try sequence("s")]), ("mark-skipped", [try sequence("r")])])
    #expect(problems.isEmpty)
    #expect(map.resolve(try sequence("r").keys) == .action(.markSkipped))
  }

  @Test("names both actions of a conflict, and the one that was named has the key")
  func conflicts() throws {
    let (map, problems) = KeyMap.standard(
      overriding: [
        ("undo", [try sequence("z")]), ("redo", [try sequence("z")]),
        ("open", [try sequence("y")]), ("fly", [try sequence("v")]),
      ])
    #expect(map.resolve(try sequence("z").keys) == .action(.undo))
    #expect(map.resolve(try sequence("y").keys) == .action(.open))
    #expect(problems.first == .unknownAction("fly"))
    #expect(
      problems.contains(.conflict(keys: try sequence("z"), winner: "undo", loser: "redo")))
    #expect(
      problems.contains(.conflict(keys: try sequence("y u"), winner: "open", loser: "copy-address"))
    )
    #expect(
      problems.first?.description == "No action is called “fly”; `lectern keys` lists the names.")
    #expect(
      KeyMapProblem.conflict(keys: try sequence("z"), winner: "undo", loser: "redo").description
        == "“z” is undo now and no longer redo; give redo other keys.")
  }
}

import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

/// Walks the table of actions: each does something by its key, and the same behind the colon and
/// from the palette.
@Suite("Each action")
struct ActionWalkTests {
  /// What leads to a place where an action has something to do; from others, “G k” does.
  private static let preparations: [Action: String] = [
    .moveDown: "g g", .halfPageDown: "g g", .pageDown: "g g", .last: "g g", .previousList: "J",
    .queueEarlier: "\(queued) j", .queueLater: queued, .splitReset: "<", .previousWeek: "J",
    .nextWeek: "J J", .previousUnread: "J", .markReading: "g g",
    .nextMatch: "/ type:atten Enter", .previousMatch: "/ type:atten Enter G",
    .saveSearch: "f type:atten Enter", .renameSearch: kept, .deleteSearch: kept,
    .goToMark: "M a G", .undo: "r", .redo: "r u", .back: "/ type:atten Enter",
    .importNow: planned, .leaveOut: planned, .mergeEntry: "\(planned) n", .importList: planned,
    .importTitle: planned, .importKind: planned, .importDate: planned,
  ]
  private static let queued = "g g a G a h g g j j l g g"
  private static let kept = "/ type:atten Enter F type:Attention Enter h G"
  private static let planned = "I type:news.txt wake Enter wake"

  /// What came of a script, besides what it is compared with.
  private struct Result {
    let played: Played

    init(_ script: String) throws {
      let library = ImportFixture.library()
      library.externalEditor = { $0 + "!" }
      // The names of files come from beside the loop.
      played = try Played("\(script) wake", library: library)
    }

    /// All that an action can have an effect on.
    var traces: [String] {
      let backend = played.backend
      return [
        played.screen.text(), "\(played.library.changes)", "\(played.library.openedLinks)",
        "\(backend.clipboard)", "\(backend.releases)", "\(backend.suspensions)",
        "\(backend.invalidations)", "\(played.wasLeft)", "\(played.library.importing.planned)",
      ]
    }

    var wasRefused: Bool { played.model.status?.isProblem == true }
  }

  /// How it is typed in a script.
  private func typed(_ text: String) -> String {
    "type:" + text.map { $0 == " " ? "\\ " : String($0) }.joined()
  }

  @Test("does something by its key, and the same by its name", arguments: Action.allCases)
  func threeWays(_ action: Action) throws {
    let entry = try #require(ActionTable.byAction[action])
    let preparation = Self.preparations[action] ?? "G k"
    let before = try Result(preparation)
    let byKey = try Result("\(preparation) \(entry.keys[0])")
    #expect(!byKey.wasRefused, "\(byKey.played.footer)")
    #expect(byKey.traces != before.traces)
    guard entry.ownContext == nil else { return }
    if action != .commandLine {
      let byName = try Result("\(preparation) : \(typed(action.rawValue)) Enter")
      #expect(byName.traces == byKey.traces)
    }
    if action != .palette {
      let fromPalette = try Result("\(preparation) ^P \(typed(entry.summary)) Enter")
      #expect(fromPalette.traces == byKey.traces)
    }
  }

  @Test("stands in help with its keys", arguments: Action.allCases)
  func help(_ action: Action) throws {
    let entry = try #require(ActionTable.byAction[action])
    let lines = HelpLayer().groups(keyMap: .standard).flatMap(\.lines)
    let keys = entry.keys.map(\.description).joined(separator: ", ")
    #expect(lines.contains(HelpLayer.Line(keys: keys, summary: entry.summary)))
  }

  @Test(
    "has the keys that the documents promise",
    arguments: [
      "j Down move-down", "k Up move-up", "g+g Home first", "G End last", "^D half-page-down",
      "^U half-page-up", "PgDn page-down", "PgUp page-up", "h Left pane-left", "l Right pane-right",
      "Tab next-pane", "Enter enter", "q quit", "Esc back", "^C leave", "/ search", "n next-match",
      "N previous-match", "f filter", ": command-line", "^P palette", "? help", "r mark-read",
      "i mark-reading", "s mark-skipped", "a mark-queued", "U mark-unread", "+ rating-up",
      "- rating-down", "p next-pass", "t tags", "Space select", "V select-range", "u undo",
      "^R redo", "H history", "e edit-note", "E edit-note-externally", "o open", "O choose-link",
      "y+u copy-address", "y+t copy-title", "y+b copy-bibtex", "y+m copy-markdown", "y+k copy-key",
      "[ previous-week", "] next-week", "w this-week", "T triage", "m map", "L next-up",
      "S statistics", "I import", "X export", "^L redraw", "^Z suspend",
    ])
  func promised(_ line: String) throws {
    let words = line.split(separator: " ")
    let action = try #require(words.last.flatMap { Action(rawValue: String($0)) })
    for keys in words.dropLast() {
      let notation =
        keys.count == 1 ? String(keys) : keys.map { $0 == "+" ? " " : "\($0)" }.joined()
      let sequence = try KeySequence(notation: notation)
      #expect(KeyMap.standard.resolve(sequence.keys) == .action(action))
    }
  }
}

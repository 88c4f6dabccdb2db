import Terminal

/// What an action does and which keys it has now, as `lectern keys` prints it.
public struct ActionListing: Equatable, Sendable {
  /// The name in the configuration: `mark-read`.
  public let name: String
  /// What it does, in one line.
  public let summary: String
  /// What help gathers it under.
  public let group: String
  /// Its keys in their notation, the most usual first; empty when it has none.
  public let keys: [String]

  /// Every action with the keys that a key map gives it, in the order of help.
  public static func all(in keyMap: KeyMap) -> [ActionListing] {
    ActionTable.entries.map { entry in
      ActionListing(
        name: entry.action.rawValue, summary: entry.summary, group: entry.group.rawValue,
        keys: keyMap.sequences(for: entry.action).map(\.description))
    }
      + keyMap.macros.map { macro in
        ActionListing(
          name: "macro", summary: macro.text, group: macros, keys: [macro.keys.description])
      }
  }

  /// What macros are gathered under.
  private static let macros = "Macros"

  /// The listing as lines of columns under the name of each group.
  public static func text(_ listing: [ActionListing]) -> String {
    let keyColumn = listing.map { $0.keys.joined(separator: ", ").count }.max() ?? 0
    let nameColumn = listing.map(\.name.count).max() ?? 0
    return grouped(listing).map { group, actions in
      "\(group)\n"
        + actions.map { action in
          let keys = action.keys.joined(separator: ", ")
          return "  \(pad(keys, keyColumn))  \(pad(action.name, nameColumn))  \(action.summary)\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// The listing as a Markdown document with one table for each group.
  public static func markdown(_ listing: [ActionListing]) -> String {
    "# Keys\n\nThe keys of the browser, by what they do; the names are those of `[keys]` in the\n"
      + "configuration and of commands behind the colon.\n\n"
      + grouped(listing).map { group, actions in
        "## \(group)\n\n| keys | name | what it does |\n|---|---|---|\n"
          + actions.map { action in
            let keys = action.keys.map { "`\($0)`" }.joined(separator: ", ")
            return "| \(keys) | `\(action.name)` | \(action.summary) |\n"
          }.joined()
      }.joined(separator: "\n")
  }

  private static func grouped(
    _ listing: [ActionListing]
  ) -> [(group: String, actions: [ActionListing])] {
    (ActionGroup.allCases.map(\.rawValue) + [macros]).compactMap { group in
      let actions = listing.filter { $0.group == group }
      return actions.isEmpty ? nil : (group, actions)
    }
  }

  private static func pad(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }
}

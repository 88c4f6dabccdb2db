import Terminal

/// The help screen: a filter and how far it is scrolled.
struct HelpLayer: Equatable, Sendable {
  /// One key or one heading of the help screen.
  struct Line: Equatable, Sendable {
    var keys: String
    var summary: String
  }

  /// Lines under one heading.
  struct Group: Equatable, Sendable {
    var title: String
    var lines: [Line]
  }

  /// What is looked for; nil while nothing is.
  var filter: LineInput?
  /// True while the filter is being typed.
  var isTyping = false
  var scroll = 0

  /// The groups of lines that match the filter, from the bindings as they are now.
  func groups(keyMap: KeyMap) -> [Group] {
    let words = (filter?.text ?? "").lowercased().split(separator: " ")
    return Self.allGroups(keyMap: keyMap).compactMap { group in
      let lines = group.lines.filter { line in
        let text = "\(line.keys) \(line.summary)".lowercased()
        return words.allSatisfy { text.contains($0) }
      }
      return lines.isEmpty ? nil : Group(title: group.title, lines: lines)
    }
  }

  private static func allGroups(keyMap: KeyMap) -> [Group] {
    let groups = ActionGroup.allCases.map { group in
      Group(
        title: group.rawValue,
        lines: ActionTable.entries.filter { $0.group == group }.compactMap { entry in
          let keys = keyMap.sequences(for: entry.action).map(\.description)
          return keys.isEmpty
            ? nil : Line(keys: keys.joined(separator: ", "), summary: entry.summary)
        })
    }
    let macros = Group(
      title: "Macros",
      lines: keyMap.macros.map { Line(keys: $0.keys.description, summary: $0.text) })
    let editor = Group(
      title: "In the note editor",
      lines: NoteCommand.allCases.map { command in
        Line(
          keys: command.keys.map(\.description).joined(separator: ", "),
          summary: command.description)
      })
    return (groups + [macros]).filter { !$0.lines.isEmpty } + [editor]
  }
}

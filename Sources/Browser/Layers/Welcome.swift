import Terminal

/// What a person sees once, the first time: what Lectern is, and the keys that matter.
enum Welcome {
  private static let introduction =
    "Lectern holds the papers you mean to read, in the order you should read them, and remembers "
    + "where you are and what you thought. Looking changes nothing; whatever you change can be "
    + "taken back."

  /// The keys, the most needed first.
  private static let actions: [(Action, String)] = [
    (.moveDown, "move down"), (.moveUp, "move up"), (.paneLeft, "to the lists"),
    (.paneRight, "to the paper"), (.markRead, "mark as read"), (.help, "all keys"),
    (.quit, "leave"), (.undo, "take the last change back"), (.search, "search in everything"),
    (.editNote, "write a note"), (.open, "open the work"), (.markSkipped, "skip it"),
    (.markQueued, "add it to the queue"),
  ]

  /// The lines that fit into a size; the introduction goes before keys do.
  static func lines(keyMap: KeyMap, size: Size) -> [StyledLine] {
    let columns = min(72, size.columns - 4)
    var text = StyledLine.wrapped([StyledRun(introduction)], columns: columns, indent: 0)
    for index in text.indices { text[index].indent += 2 }
    let keys = actions.compactMap { action, words -> StyledLine? in
      keyMap.name(of: action).map { name in
        StyledLine(
          indent: 4,
          runs: [
            StyledRun(name.padded(to: 8), .text, .bold), StyledRun(words, .dim),
          ])
      }
    }
    guard size.rows >= text.count + keys.count + 3 else { return Array(keys.prefix(size.rows)) }
    return [.blank] + text + [.blank] + keys
  }
}

import TOMLKit

extension ConfigurationParser {
  /// Reads the keys of actions.
  mutating func readKeys(_ table: TOMLTable) {
    for action in table.keys {
      guard let value = table[action] else { continue }
      let line = lines.line(of: action, in: "keys")
      let keys = value.string.map { [$0] } ?? Self.strings(value)
      guard let keys, keys.allSatisfy({ !$0.isEmpty }) else {
        reject(action, line, value, wants: "a key or a list of keys", stays: "its own keys")
        continue
      }
      configuration.keys.append(.init(action: action, keys: keys, line: line))
    }
  }

  /// Reads keys that stand for several commands.
  mutating func readMacros(_ table: TOMLTable) {
    for keys in table.keys {
      guard let value = table[keys] else { continue }
      let line = lines.line(of: keys, in: "macros")
      guard let text = value.string else {
        reject(
          keys, line, value, wants: "commands such as \"mark-read; next-unread\"",
          stays: "no macro")
        continue
      }
      configuration.macros.append(.init(keys: keys, text: Self.printable(text), line: line))
    }
  }
}

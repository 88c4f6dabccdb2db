public import Terminal

/// What is wrong with the keys of a configuration.
public enum KeyMapProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// No action has this name.
  case unknownAction(String)
  /// Two actions were given the same keys, or keys that begin with the other's; `winner` has them.
  case conflict(keys: KeySequence, winner: String, loser: String)

  /// What is wrong, what holds now, and what to do.
  public var description: String {
    switch self {
    case .unknownAction(let name):
      "No action is called “\(name)”; `lectern keys` lists the names."
    case .conflict(let keys, let winner, let loser):
      "“\(keys)” is \(winner) now and no longer \(loser); give \(loser) other keys."
    }
  }
}

extension KeyMap {
  /// The standard keys with some actions given other ones.
  ///
  /// An action that is named has only the keys given, none for an empty array. Keys that contradict
  /// those of an action that is not named are taken from it; of two named actions the first has them.
  ///
  /// - Parameters:
  ///   - overrides: Names of actions with their keys, in the order of the configuration.
  ///   - macros: Keys for several commands; actions that are named go before them, others after.
  /// - Returns: A map that works, and everything that is wrong with the overrides.
  public static func standard(
    overriding overrides: [(action: String, keys: [KeySequence])], macros: [Macro] = []
  ) -> (keyMap: KeyMap, problems: [KeyMapProblem]) {
    var problems: [KeyMapProblem] = []
    var bindings: [(action: Action, keys: [KeySequence])] = []
    for (name, keys) in overrides {
      guard let action = Action(rawValue: name) else {
        problems.append(.unknownAction(name))
        continue
      }
      bindings.append((action, keys))
    }
    func report(_ keys: KeySequence, _ loser: String, _ winner: String) {
      problems.append(.conflict(keys: keys, winner: winner, loser: loser))
    }
    var keyMap = KeyMap(bindings: bindings, onConflict: report)
    for macro in macros { keyMap.add(macro, onConflict: report) }
    let named = bindings.map(\.action)
    for entry in ActionTable.entries where !named.contains(entry.action) {
      keyMap.bind(entry.action, to: entry.keys, onConflict: report)
    }
    return (keyMap, problems)
  }
}

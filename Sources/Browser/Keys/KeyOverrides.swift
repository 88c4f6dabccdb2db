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
  /// - Parameter overrides: Names of actions with their keys, in the order of the configuration.
  /// - Returns: A map that works, and everything that is wrong with the overrides.
  public static func standard(
    overriding overrides: [(action: String, keys: [KeySequence])]
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
    let named = bindings.map(\.action)
    for entry in ActionTable.entries where !named.contains(entry.action) {
      bindings.append((entry.action, entry.keys))
    }
    let keyMap = KeyMap(bindings: bindings) { keys, loser, winner in
      problems.append(.conflict(keys: keys, winner: winner.rawValue, loser: loser.rawValue))
    }
    return (keyMap, problems)
  }
}

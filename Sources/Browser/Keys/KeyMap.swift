import Terminal

/// Which keys, pressed one after the other, mean which action.
///
/// No sequence in it is the beginning of another, so every press is decided at once.
public struct KeyMap: Equatable, Sendable {
  /// What keys pressed so far mean.
  enum Resolution: Equatable, Sendable {
    /// They mean this.
    case action(Action)
    /// They are the beginning of something.
    case moreInputNeeded
    /// They mean nothing.
    case none
  }

  private var actions: [[Key]: Action] = [:]
  private var beginnings: Set<[Key]> = []
  private var sequencesByAction: [Action: [KeySequence]] = [:]

  /// The keys that Lectern comes with.
  public static let standard = KeyMap(
    bindings: ActionTable.entries.map { ($0.action, $0.keys) })

  /// Makes a map; a sequence that contradicts an earlier one is left out.
  ///
  /// - Parameter onConflict: Called with each sequence left out, the action it was meant for, and
  ///   the one that has the key.
  init(
    bindings: [(action: Action, keys: [KeySequence])],
    onConflict: (KeySequence, Action, Action) -> Void = { _, _, _ in }
  ) {
    for (action, sequences) in bindings {
      for sequence in sequences {
        if let owner = owner(contradicting: sequence.keys) {
          if owner != action { onConflict(sequence, action, owner) }
          continue
        }
        actions[sequence.keys] = action
        for count in 1..<max(1, sequence.keys.count) {
          beginnings.insert(Array(sequence.keys.prefix(count)))
        }
        sequencesByAction[action, default: []].append(sequence)
      }
    }
  }

  /// What the keys pressed so far mean.
  func resolve(_ keys: [Key]) -> Resolution {
    if let action = actions[keys] { return .action(action) }
    return beginnings.contains(keys) ? .moreInputNeeded : .none
  }

  /// The keys of an action, the most usual first.
  func sequences(for action: Action) -> [KeySequence] { sequencesByAction[action] ?? [] }

  /// The first key of an action in its notation; nil when it has none.
  func name(of action: Action) -> String? { sequences(for: action).first?.description }

  /// The actions that the keys pressed so far can still become, with the keys that are missing.
  func continuations(of keys: [Key]) -> [(keys: String, action: Action)] {
    ActionTable.entries.flatMap { entry in
      sequences(for: entry.action).compactMap { sequence in
        guard sequence.keys.count > keys.count, sequence.keys.starts(with: keys) else { return nil }
        let missing = sequence.keys.dropFirst(keys.count).map(\.description)
        return (missing.joined(separator: " "), entry.action)
      }
    }
  }

  /// The action that already has these keys, a beginning of them, or a sequence they begin.
  private func owner(contradicting keys: [Key]) -> Action? {
    for count in 1..<keys.count + 1 {
      if let owner = actions[Array(keys.prefix(count))] { return owner }
    }
    guard beginnings.contains(keys) else { return nil }
    return continuations(of: keys).first?.action
  }
}

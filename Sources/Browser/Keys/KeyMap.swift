import Terminal

/// Which keys, pressed one after the other, mean which action.
///
/// No sequence in it is the beginning of another, so every press is decided at once. A context may
/// have keys of its own; there they go before those that hold everywhere.
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

  /// The keys that hold everywhere, or in one context.
  private struct Keys: Equatable {
    var actions: [[Key]: Action] = [:]
    var beginnings: Set<[Key]> = []
  }

  /// The keys by the context that they belong to; nil for those that hold everywhere.
  private var keys: [ActionContext?: Keys] = [:]
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
        let context = ActionTable.byAction[action]?.ownContext
        if let owner = owner(contradicting: sequence.keys, in: context) {
          if owner != action { onConflict(sequence, action, owner) }
          continue
        }
        keys[context, default: Keys()].actions[sequence.keys] = action
        for count in 1..<max(1, sequence.keys.count) {
          keys[context]?.beginnings.insert(Array(sequence.keys.prefix(count)))
        }
        sequencesByAction[action, default: []].append(sequence)
      }
    }
  }

  /// What the keys pressed so far mean in a context; without one, what they mean everywhere.
  func resolve(_ pressed: [Key], in context: ActionContext? = nil) -> Resolution {
    for keys in [context.flatMap { self.keys[$0] }, keys[nil]].compactMap(\.self) {
      if let action = keys.actions[pressed] { return .action(action) }
      if keys.beginnings.contains(pressed) { return .moreInputNeeded }
    }
    return .none
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
  private func owner(contradicting pressed: [Key], in context: ActionContext?) -> Action? {
    guard let keys = keys[context] else { return nil }
    for count in 1..<pressed.count + 1 {
      if let owner = keys.actions[Array(pressed.prefix(count))] { return owner }
    }
    guard keys.beginnings.contains(pressed) else { return nil }
    return continuations(of: pressed).first?.action
  }
}

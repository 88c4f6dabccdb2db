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
    /// They mean these commands.
    case macro(Macro)
    /// They are the beginning of something.
    case moreInputNeeded
    /// They mean nothing.
    case none
  }

  private struct Binding: Equatable, Sendable {
    let sequence: KeySequence
    let action: Action
    /// The context that the keys belong to; nil when they hold everywhere.
    let context: ActionContext?

    var keys: [Key] { sequence.keys }
  }

  /// In the order in which they were made, so that an action's most usual keys come first.
  ///
  /// There are a hundred, which are looked through faster than a table of them is made at the start.
  private var bindings: [Binding] = []
  /// The person's own keys for several commands.
  private(set) var macros: [Macro] = []

  /// The keys that Lectern comes with.
  public static let standard = KeyMap(
    bindings: ActionTable.entries.map { ($0.action, $0.keys) })

  /// Makes a map; a sequence that contradicts an earlier one is left out.
  ///
  /// - Parameter onConflict: Called with each sequence left out, the action it was meant for, and
  ///   the one that has the key, by their names.
  init(
    bindings: [(action: Action, keys: [KeySequence])],
    onConflict: (KeySequence, String, String) -> Void = { _, _, _ in }
  ) {
    for (action, sequences) in bindings { bind(action, to: sequences, onConflict: onConflict) }
  }

  /// Gives an action keys, but for those that contradict what has some already.
  ///
  /// - Parameter onConflict: Called with each sequence left out, what it was meant for, and what has
  ///   the key, by their names.
  mutating func bind(
    _ action: Action, to sequences: [KeySequence],
    onConflict: (KeySequence, String, String) -> Void
  ) {
    for sequence in sequences {
      let context = ActionTable.byAction[action]?.ownContext
      if let owner = owner(contradicting: sequence.keys, in: context) {
        if owner != action { onConflict(sequence, action.rawValue, owner.rawValue) }
      } else if context == nil, let macro = macro(contradicting: sequence.keys) {
        onConflict(sequence, action.rawValue, macro.name)
      } else {
        bindings.append(Binding(sequence: sequence, action: action, context: context))
      }
    }
  }

  /// Adds a macro, unless its keys contradict what has some already.
  mutating func add(_ macro: Macro, onConflict: (KeySequence, String, String) -> Void) {
    let keys = macro.keys.keys
    let owner =
      self.owner(contradicting: keys, in: nil)?.rawValue
      ?? self.macro(contradicting: keys)?.name
    if let owner {
      onConflict(macro.keys, macro.name, owner)
    } else {
      macros.append(macro)
    }
  }

  private func macro(contradicting keys: [Key]) -> Macro? {
    macros.first { $0.keys.keys.starts(with: keys) || keys.starts(with: $0.keys.keys) }
  }

  /// What the keys pressed so far mean in a context; without one, what they mean everywhere.
  func resolve(_ pressed: [Key], in context: ActionContext? = nil) -> Resolution {
    if let context, let own = resolution(pressed, context) { return own }
    if let meaning = resolution(pressed, nil) { return meaning }
    let begun = macros.first { $0.keys.keys.starts(with: pressed) }
    return begun.map { $0.keys.keys.count == pressed.count ? .macro($0) : .moreInputNeeded }
      ?? .none
  }

  private func resolution(_ pressed: [Key], _ context: ActionContext?) -> Resolution? {
    let begun = bindings.first { $0.context == context && $0.keys.starts(with: pressed) }
    return begun.map { $0.keys.count == pressed.count ? .action($0.action) : .moreInputNeeded }
  }

  /// The keys of an action, the most usual first.
  func sequences(for action: Action) -> [KeySequence] {
    bindings.filter { $0.action == action }.map(\.sequence)
  }

  /// The first key of an action in its notation; nil when it has none.
  func name(of action: Action) -> String? {
    bindings.first { $0.action == action }.map(\.sequence.description)
  }

  /// What the keys pressed so far can still become, with the keys that are missing: an action's name
  /// and label, or the commands of a macro.
  func continuations(of keys: [Key]) -> [(keys: String, name: String, label: String)] {
    func missing(_ sequence: KeySequence) -> String? {
      guard sequence.keys.count > keys.count, sequence.keys.starts(with: keys) else { return nil }
      return sequence.keys.dropFirst(keys.count).map(\.description).joined(separator: " ")
    }
    return ActionTable.entries.flatMap { entry in
      sequences(for: entry.action).compactMap { sequence in
        missing(sequence).map { ($0, entry.action.rawValue, entry.label) }
      }
    } + macros.compactMap { macro in missing(macro.keys).map { ($0, macro.text, macro.text) } }
  }

  /// The action that already has these keys, a beginning of them, or a sequence they begin.
  private func owner(contradicting pressed: [Key], in context: ActionContext?) -> Action? {
    let owners = bindings.filter {
      $0.context == context && $0.keys.first == pressed.first
        && ($0.keys.starts(with: pressed) || pressed.starts(with: $0.keys))
    }
    let begun = owners.first { $0.keys.count <= pressed.count }
    return (begun ?? owners.min { rank(of: $0.action) < rank(of: $1.action) })?.action
  }

  /// The place of an action in the table.
  private func rank(of action: Action) -> Int {
    ActionTable.entries.firstIndex { $0.action == action } ?? 0
  }
}

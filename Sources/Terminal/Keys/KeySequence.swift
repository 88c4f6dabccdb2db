/// One or more keys pressed one after the other, as an action is bound to: `j`, `g g`, `^X ^S`.
public struct KeySequence: Hashable, Sendable, CustomStringConvertible {
  /// The keys, at least one.
  public let keys: [Key]

  /// A sequence of one key.
  public init(_ key: Key) { keys = [key] }

  /// Reads keys in their notation, separated by blanks; the key Space is written out.
  ///
  /// - Throws: `KeyNotationError` for the first name that is no key, or when there is none.
  public init(notation text: String) throws(KeyNotationError) {
    var keys: [Key] = []
    for name in text.split(separator: " ") { keys.append(try Key(notation: name)) }
    guard !keys.isEmpty else { throw .empty }
    self.keys = keys
  }

  /// The notation that `init(notation:)` reads.
  public var description: String { keys.map(\.description).joined(separator: " ") }
}

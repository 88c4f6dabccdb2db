public import Terminal

/// Keys that carry out several commands, one after the other, as if each were written behind the
/// colon.
public struct Macro: Equatable, Sendable {
  /// The keys.
  public let keys: KeySequence
  /// The commands as they are written.
  public let text: String
  /// The commands in order.
  let commands: [Command]

  /// Reads commands with semicolons between them.
  ///
  /// - Throws: `CommandError` for the first that is none, or when there is none.
  public init(keys: KeySequence, text: String) throws(CommandError) {
    self.keys = keys
    self.text = text
    var commands: [Command] = []
    for line in text.split(separator: ";") {
      if let command = try Command(String(line)) { commands.append(command) }
    }
    guard !commands.isEmpty else { throw .nothing }
    self.commands = commands
  }

  /// What problems and help call it.
  public var name: String { "the macro “\(text)”" }
}

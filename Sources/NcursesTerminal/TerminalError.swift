/// Why the terminal cannot be used.
public enum TerminalError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Output goes to a file or a pipe, or there is no keyboard.
  case notATerminal
  /// Terminfo does not know the terminal of this name.
  case unknownTerminal(String)
  /// Terminfo knows the terminal of this name, but no way to move its cursor.
  case dumbTerminal(String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .notATerminal:
      "The screen needs a terminal for its input and output; run it in one, or use the commands, which need none."
    case .unknownTerminal(""):
      "TERM is not set, so the terminal is unknown; set it, as in TERM=xterm-256color."
    case .unknownTerminal(let name):
      "The terminal “\(name)” is unknown here; set TERM to one that is known, such as xterm-256color."
    case .dumbTerminal(let name):
      "The terminal “\(name)” cannot move its cursor; use the commands, which need no screen."
    }
  }
}

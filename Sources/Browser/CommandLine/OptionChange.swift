public import Terminal

/// What an option that was changed means for the browser.
public struct OptionChange: Sendable {
  /// What is different, in a sentence.
  public let said: String
  /// What the terminal is to do from now on.
  public let terminal: TerminalSettings
  /// The facts that stand at the right of a paper from now on.
  public let columns: [RowColumn]

  /// Makes a change.
  public init(said: String, terminal: TerminalSettings, columns: [RowColumn] = [.year]) {
    self.said = said
    self.terminal = terminal
    self.columns = columns
  }
}

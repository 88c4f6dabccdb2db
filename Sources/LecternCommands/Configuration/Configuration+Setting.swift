import ReadingModel
import Terminal

extension Configuration {
  /// The options with one of them changed.
  ///
  /// - Parameters:
  ///   - name: An option.
  ///   - value: Its value as the file writes it; a text may go without its quotes.
  /// - Throws: `Failure` with a sentence that says what is wrong.
  func setting(_ name: String, to value: String) throws(Failure) -> Configuration {
    if Self.ofTheStart.contains(name) {
      throw Failure(
        sentence: "“\(name)” is read when Lectern starts; :set! writes it down for then.")
    }
    if Self.tables.contains(name) {
      throw Failure(
        sentence: "“\(name)” is read when Lectern starts; change it in the configuration.")
    }
    return try changing(name, to: value)
  }

  /// Options that are read when Lectern starts.
  static let ofTheStart = ["ambiguous-width", "linear"]
  /// Options that are tables of the file rather than one value.
  static let tables = ["keys", "macros", "note-templates", "themes", "weeks"]

  /// The options with one of them changed, though it may be one that holds only from the next start.
  func changing(_ name: String, to value: String) throws(Failure) -> Configuration {
    guard ConfigurationOption.all.contains(where: { $0.name == name }) else {
      let named = SafeText.line(name, limit: 80)
      throw Failure(sentence: "There is no option “\(named)”; :set lists them.")
    }
    var quoted = ""
    for character in value {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    let asWritten = parsing("\(name) = \(value)", file: ":set")
    let asText = parsing("\(name) = \"\(quoted)\"", file: ":set")
    for parser in [asWritten, asText] where parser.problems.isEmpty {
      return parser.configuration
    }
    let isTOML = asWritten.problems.first?.message.hasPrefix("not TOML") == false
    let problem = (isTOML ? asWritten : asText).problems.first?.message ?? ""
    throw Failure(sentence: problem.split(separator: ";").first.map { "\($0)." } ?? problem)
  }

  /// What the terminal is to do.
  ///
  /// - Parameter escapeDelay: What stands above the option, in milliseconds.
  func terminalSettings(escapeDelay: Int? = nil) -> TerminalSettings {
    TerminalSettings(
      theme: theme(named: theme) ?? .standard, asciiOnly: ascii ?? false, usesMouse: mouse,
      showsTitle: title, linksAddresses: hyperlinks,
      escapeDelay: escapeDelay ?? self.escapeDelay)
  }
}

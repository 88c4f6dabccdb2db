/// An option of the configuration as it is now.
public struct OptionListing: Equatable, Sendable {
  /// Where a value comes from.
  public enum Source: String, Sendable {
    /// Nobody said anything.
    case standard = "default"
    /// The configuration file.
    case file = "configuration file"
    /// A variable of the environment or an option of the command line.
    case environment
    /// `:set`, until Lectern is left.
    case session = "this session"
  }

  /// Its name in the configuration.
  public let name: String
  /// Its value as the configuration writes it.
  public let value: String
  /// The value it has when nobody says anything, written in the same way.
  public let standard: String
  /// Where the value comes from.
  public let source: Source
  /// What it does, in one line.
  public let summary: String
  /// The values there are, where they can be listed.
  public let choices: [String]

  /// Makes a listing.
  public init(
    name: String, value: String, standard: String, source: Source, summary: String,
    choices: [String] = []
  ) {
    self.name = name
    self.value = value
    self.standard = standard
    self.source = source
    self.summary = summary
    self.choices = choices
  }
}

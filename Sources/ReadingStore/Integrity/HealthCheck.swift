/// One thing that was looked at in a library, and what was found.
public struct HealthCheck: Equatable, Sendable {
  /// How it stands with it.
  public enum State: String, CaseIterable, Comparable, Sendable {
    /// Nothing is wrong.
    case sound
    /// Something should be looked at; nothing is lost.
    case finding
    /// The file contradicts itself.
    case damaged

    /// From sound to damaged.
    public static func < (left: State, right: State) -> Bool {
      left != right && (left == .sound || right == .damaged)
    }
  }

  /// What was looked at, such as `search index`.
  public var name: String
  /// How it stands with it.
  public var state: State
  /// What was found, in a sentence.
  public var message: String
  /// The places it was found at, at most twenty.
  public var details: [String]
  /// What mends it without a loss; nil when there is nothing to mend or a person has to decide.
  public var repair: Repair?

  /// Makes a check that found nothing wrong.
  public init(_ name: String, _ message: String) { self.init(name, .sound, message) }

  /// Makes a check.
  public init(
    _ name: String, _ state: State, _ message: String, details: [String] = [],
    repair: Repair? = nil
  ) {
    self.name = name
    self.state = state
    self.message = message
    self.details = Array(details.prefix(20))
    self.repair = repair
  }
}

/// A repair that loses nothing.
public enum Repair: String, CaseIterable, Sendable {
  /// Builds SQLite's indexes anew from the tables.
  case indexes
  /// Builds the full-text indexes anew from the papers.
  case searchIndex = "search-index"
  /// Counts anew what is kept counted.
  case counts
  /// Brings the queue in line with the statuses, as one step of the history.
  case queue
  /// Takes the rights of others on the library away.
  case permissions
  /// Removes temporary files that a program which was killed left.
  case leftovers

  /// What it will do, as a sentence.
  public var intention: String {
    switch self {
    case .indexes: "Build the indexes of the tables anew."
    case .searchIndex: "Build the search index anew."
    case .counts: "Count the papers, lists and steps anew."
    case .queue: "Bring the queue in line with the statuses, as one step that can be undone."
    case .permissions: "Let nobody but you read or change the library and its backups."
    case .leftovers: "Remove the temporary files that were left behind."
    }
  }
}

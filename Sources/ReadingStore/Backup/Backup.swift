/// A copy of a library that was made to be gone back to.
public struct Backup: Equatable, Sendable {
  /// Why a backup was made; the raw value stands in its file's name.
  public enum Reason: String, CaseIterable, Sendable {
    /// With the first change of a day.
    case daily
    /// A person asked for it.
    case asked
    /// Before the library was brought to a newer schema.
    case upgrade = "before-upgrade"
    /// Before many entries came in.
    case `import` = "before-import"
    /// Before another library was merged into this one.
    case merge = "before-merge"
    /// Before repairs.
    case repair = "before-repair"
    /// It is the library itself, which made room for one that was restored.
    case setAside = "set-aside"
  }

  /// Where it is.
  public var path: String
  /// When it was made, ISO 8601 in UTC to the second.
  public var made: String
  /// Why it was made.
  public var reason: Reason
  /// How many bytes it has.
  public var size: Int

  /// Makes a description of a backup.
  public init(path: String, made: String, reason: Reason, size: Int) {
    self.path = path
    self.made = made
    self.reason = reason
    self.size = size
  }

  /// The name of its file.
  public var name: String { FileSystem.name(of: path) }
}

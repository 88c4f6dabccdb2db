/// What writes an option into the configuration, on another thread.
public struct OptionKeeping: Sendable {
  /// The value as the file will have it.
  public let value: String
  /// Writes it, and says in a sentence where it stands then.
  ///
  /// It throws what says why nothing was written.
  public let write: @Sendable () throws -> String

  /// Makes one.
  public init(value: String, write: @escaping @Sendable () throws -> String) {
    self.value = value
    self.write = write
  }
}

extension Library {
  /// Does long work through a connection of its own, so that looking through this one never waits.
  ///
  /// A library in memory has one connection only, which the work then uses.
  /// - Parameter work: Gets the same library; it is not valid afterwards.
  public func withOwnConnection<Result>(_ work: (Library) throws -> Result) throws -> Result {
    guard let path else { return try work(self) }
    var other = try LibraryFile(path: path).open(writable: !isReadOnly)
    other.historyBudget = historyBudget
    let result = Swift.Result { try work(other) }
    try other.close()
    return try result.get()
  }
}

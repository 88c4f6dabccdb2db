internal import GRDB

extension Library {
  /// The tags in use, sorted.
  public func tags() throws -> [String] {
    try reading { database in
      try database.rows("SELECT DISTINCT tag FROM paper_tag ORDER BY tag").map { $0[0] }
    }
  }
}

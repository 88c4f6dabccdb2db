extension Progress {
  /// What stands when two papers turn out to be one: the further status, the deeper pass, and the
  /// rating that is there, this one's before the other's.
  ///
  /// The statuses from the least to the furthest are unread, queued, skipped, reading and read: a
  /// decision to skip gives way to reading.
  public func joined(with other: Progress) -> Progress {
    Progress(
      status: other.status.rank > status.rank ? other.status : status,
      pass: max(pass, other.pass), rating: rating ?? other.rating)
  }
}

extension Status {
  fileprivate var rank: Int {
    switch self {
    case .unread: 0
    case .queued: 1
    case .skipped: 2
    case .reading: 3
    case .read: 4
    }
  }
}

/// Which backups are kept: the newest of each of 7 days, of 4 weeks and of 12 months.
///
/// Days without a backup do not count, so that a library which is opened once a year keeps its
/// backups. The days are those in the backups' names, in UTC; weeks begin on Monday (ISO 8601).
enum BackupRotation {
  /// The backups that have had their time.
  ///
  /// A library that was set aside is never among them, nor are the five newest backups that were
  /// made for another reason than the day. Backups dated after `now` were made before the clock
  /// went back; they are counted apart, so that they cannot push out those that are made now.
  /// - Parameters:
  ///   - backups: all there are, in any order.
  ///   - now: the present moment, ISO 8601 in UTC.
  static func superfluous(_ backups: [Backup], at now: String) -> [Backup] {
    let newestFirst = backups.filter { $0.reason != .setAside }
      .sorted { ($0.made, $0.path) > ($1.made, $1.path) }
    let isLater = { (backup: Backup) in backup.made.prefix(19) > now.prefix(19) }
    var kept: Set<String> = []
    for group in [newestFirst.filter { !isLater($0) }, newestFirst.filter(isLater)] {
      kept.formUnion(group.filter { $0.reason != .daily }.prefix(5).map(\.path))
      keepNewest(7, of: group, in: &kept) { String($0.made.prefix(10)) }
      keepNewest(4, of: group, in: &kept) { week(of: $0.made) }
      keepNewest(12, of: group, in: &kept) { String($0.made.prefix(7)) }
    }
    return newestFirst.filter { !kept.contains($0.path) }
  }

  /// Keeps the newest backup of each of the newest periods that have one.
  private static func keepNewest<Period: Hashable>(
    _ count: Int, of newestFirst: [Backup], in kept: inout Set<String>,
    each period: (Backup) -> Period
  ) {
    var seen: Set<Period> = []
    for backup in newestFirst where seen.insert(period(backup)).inserted {
      guard seen.count <= count else { return }
      kept.insert(backup.path)
    }
  }

  /// The number of a moment's week, counted from the one that 1 January 1970 fell in.
  static func week(of moment: String) -> Int {
    let parts = moment.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return 0 }
    // Days since 1970 in the proleptic Gregorian calendar, with years that begin in March:
    // https://howardhinnant.github.io/date_algorithms.html#days_from_civil
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1
    let dayOfYear = (153 * ((parts[1] + 9) % 12) + 2) / 5 + parts[2] - 1
    let days = 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    // That day was a Thursday.
    return Int((Double(days + 3) / 7).rounded(.down))
  }
}

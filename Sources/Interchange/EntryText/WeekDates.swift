/// The days that a weekly list covers, read from its title.
struct WeekDates: Equatable {
  /// The last of the days, ISO 8601: the day on which such a list comes out.
  let issued: String
  /// Both days, ISO 8601; nil when the title names one day only.
  let period: String?

  private struct Day {
    var year: Int?
    var month: Int
    var day: Int
  }

  /// Reads titles such as “Papers for the Week from 24/02 to 01/03” and “(December 23 - December
  /// 29) - 2024”.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - year: The year that the text around it speaks of, for titles that name none.
  /// - Returns: nil when the title names neither an interval of three to fourteen days nor one day
  ///   together with the word “week”.
  init?(title: String, year hint: Int? = nil) {
    guard title.utf8.count <= 400 else { return nil }
    let tokens = Self.tokens(of: title)
    let (days, loneYear) = Self.days(in: tokens)
    let year = days.compactMap(\.year).last ?? loneYear ?? hint
    guard let year, let first = days.first else { return nil }
    if days.count >= 2 {
      let end = (days[1].year ?? year, days[1].month, days[1].day)
      var start = (first.year ?? days[1].year ?? year, first.month, first.day)
      // A week over New Year is named after the year it ends in.
      if first.year == nil, start > end { start.0 -= 1 }
      guard let from = Self.number(of: start), let to = Self.number(of: end),
        2...13 ~= to - from
      else { return nil }
      issued = Self.text(end)
      period = "\(Self.text(start))/\(Self.text(end))"
      return
    }
    let day = (first.year ?? year, first.month, first.day)
    guard tokens.contains(where: { $0 == "week" || $0 == "weekly" }), Self.number(of: day) != nil
    else { return nil }
    issued = Self.text(day)
    period = nil
  }

  // MARK: Reading

  /// Words, numbers and the slashes, dots and hyphens between numbers.
  private static func tokens(of title: String) -> [String] {
    var tokens: [String] = []
    var token: [UInt8] = []
    var isNumber = false
    func flush() {
      if !token.isEmpty { tokens.append(String(decoding: token, as: UTF8.self)) }
      token = []
    }
    // Dashes of every length part days as a hyphen does.
    for byte in title.replacing("–", with: "-").replacing("—", with: "-").utf8 {
      switch byte {
      case 0x30...0x39:
        if !isNumber { flush() }
        isNumber = true
        token.append(byte)
      case 0x41...0x5A, 0x61...0x7A:
        if isNumber { flush() }
        isNumber = false
        token.append(byte | 0x20)
      default:
        flush()
        if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
          tokens.append(String(decoding: [byte], as: UTF8.self))
        }
      }
    }
    flush()
    return tokens
  }

  private static func days(in tokens: [String]) -> (days: [Day], year: Int?) {
    var days: [Day] = []
    var loneYear: Int?
    var index = 0
    while index < tokens.count, days.count < 4 {
      if let (day, length) = numeric(tokens[index...]) ?? named(tokens[index...]) {
        days.append(day)
        index += length
        // “July 7 - 13” and “7–13 July” share their month.
        if let number = sharedDay(tokens[index...]) {
          days.append(Day(year: nil, month: day.month, day: number))
          index += 2
        }
        if tokens.indices.contains(index), let year = year(tokens[index]) {
          days[days.count - 1].year = year
          index += 1
        }
      } else {
        if let year = year(tokens[index]) { loneYear = year }
        index += 1
      }
    }
    return (days, loneYear)
  }

  private static func year(_ token: String) -> Int? {
    guard token.utf8.count == 4, let year = Int(token), 1_990...2_099 ~= year else { return nil }
    return year
  }

  /// `2025-02-24`, `24/02/2025`, `24/02`, `02/24`.
  private static func numeric(_ tokens: ArraySlice<String>) -> (Day, Int)? {
    let parts = Array(tokens.prefix(5))
    guard parts.count >= 3, ["/", "-", "."].contains(parts[1]), let first = Int(parts[0]),
      let second = Int(parts[2])
    else { return nil }
    let third = parts.count == 5 && parts[3] == parts[1] ? Int(parts[4]) : nil
    if let year = year(parts[0]), let third {
      return (Day(year: year, month: second, day: third), 5)
    }
    guard third != nil || parts[1] == "/", parts[0].utf8.count <= 2, parts[2].utf8.count <= 2 else {
      return nil
    }
    let year = third.map { $0 < 100 ? 2_000 + $0 : $0 }
    let isMonthFirst = second > 12
    return (
      Day(year: year, month: isMonthFirst ? first : second, day: isMonthFirst ? second : first),
      third == nil ? 3 : 5
    )
  }

  /// `February 24`, `24 February`, `Feb 24th`.
  private static func named(_ tokens: ArraySlice<String>) -> (Day, Int)? {
    let parts = Array(tokens.prefix(4)).filter { $0 != "." }
    guard parts.count >= 2 else { return nil }
    if let month = MonthNames.number(of: parts[0]), let day = Int(parts[1]), 1...31 ~= day {
      let hasEnding = parts.count > 2 && ordinalEndings.contains(parts[2])
      return (Day(year: nil, month: month, day: day), hasEnding ? 3 : 2)
    }
    guard let day = Int(parts[0]), 1...31 ~= day else { return nil }
    let word = ordinalEndings.contains(parts[1]) ? 2 : 1
    if parts.count > word, let month = MonthNames.number(of: parts[word]) {
      return (Day(year: nil, month: month, day: day), word + 1)
    }
    // “7–13 July”: the month stands behind the second day.
    if parts.count == 4, parts[1] == "-", let other = Int(parts[2]), 1...31 ~= other,
      let month = MonthNames.number(of: parts[3])
    {
      return (Day(year: nil, month: month, day: day), 2)
    }
    return nil
  }

  private static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th", "of"]

  private static func sharedDay(_ tokens: ArraySlice<String>) -> Int? {
    let parts = Array(tokens.prefix(3))
    guard parts.count >= 2, parts[0] == "-", let day = Int(parts[1]), 1...31 ~= day,
      parts.count < 3 || MonthNames.number(of: parts[2]) == nil
    else { return nil }
    return day
  }

  // MARK: Calendar

  private static func text(_ day: (Int, Int, Int)) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day.0)-\(two(day.1))-\(two(day.2))"
  }

  /// The days since a fixed one; nil for a day that there is not.
  private static func number(of day: (Int, Int, Int)) -> Int? {
    guard CalendarDay.isValid(text(day)) else { return nil }
    // Years that begin in March put the leap day last.
    let year = day.1 > 2 ? day.0 : day.0 - 1
    let month = (day.1 + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day.2
  }
}

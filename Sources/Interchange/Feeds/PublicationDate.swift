/// The day something was published, as feeds, pages and mails write it.
///
/// Understands ISO 8601 and RFC 3339 (`2025-02-24`, `2025-02-24T09:00:00Z`, `2025-02`, `2025`) and
/// RFC 5322 and 822 (`Mon, 24 Feb 2025 09:00:00 GMT`, `24 Feb 25`). The day is the one that is written,
/// in the writer's own time zone.
struct PublicationDate: Equatable {
  /// The year, four digits.
  let year: Int
  /// The day, ISO 8601; nil when only the year or month is known.
  let day: String?

  /// Reads a date; nil when the text has none at its beginning.
  init?(_ text: String) {
    let words = text.split { $0.isWhitespace || $0 == "," }
    guard let first = words.first else { return nil }
    if let date = Self.iso8601(first) {
      self = date
      return
    }
    // The name of the day is optional.
    let parts = first.first?.isLetter == true ? words.dropFirst() : words[...]
    guard parts.count >= 3, let date = Self.rfc5322(Array(parts.prefix(3))) else { return nil }
    self = date
  }

  private init?(year: Int, month: Int?, day: Int?) {
    guard 1_000...9_999 ~= year else { return nil }
    self.year = year
    guard let month, let day else {
      self.day = nil
      return
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let text = "\(year)-\(two(month))-\(two(day))"
    guard CalendarDay.isValid(text) else { return nil }
    self.day = text
  }

  private static func iso8601(_ word: Substring) -> PublicationDate? {
    let date = word.prefix { $0 != "T" && $0 != "t" }
    let parts = date.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard let first = parts.first, first.utf8.count == 4, let year = Int(first) else { return nil }
    let numbers = parts.dropFirst().map { Int($0) }
    guard numbers.allSatisfy({ $0 != nil }) else { return nil }
    return PublicationDate(
      year: year, month: numbers.first ?? nil, day: numbers.count > 1 ? numbers[1] : nil)
  }

  private static func rfc5322(_ parts: [Substring]) -> PublicationDate? {
    guard let day = Int(parts[0]), var year = Int(parts[2]),
      let month = months.firstIndex(of: String(parts[1].prefix(3)).lowercased())
    else { return nil }
    // RFC 5322, section 4.3: two digits from 00 to 49 are of this century.
    if parts[2].utf8.count <= 3 { year += year < 50 ? 2_000 : 1_900 }
    return PublicationDate(year: year, month: month + 1, day: day)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

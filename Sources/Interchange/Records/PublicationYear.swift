/// The year in a date as people and programs write it.
enum PublicationYear {
  /// The first year in a text: four digits with no other digit beside them, or the first four of a
  /// date of eight.
  static func first(in text: some StringProtocol) -> Int? {
    var digits = 0
    var number = 0
    for byte in text.utf8 {
      if 0x30...0x39 ~= byte {
        digits += 1
        if digits <= 8 { number = number * 10 + Int(byte) - 0x30 }
      } else {
        if let year = year(number, digits: digits) { return year }
        digits = 0
        number = 0
      }
    }
    return year(number, digits: digits)
  }

  private static func year(_ number: Int, digits: Int) -> Int? {
    switch digits {
    case 4 where plausible ~= number: number
    case 8
    where 1...12 ~= number / 100 % 100 && 1...31 ~= number % 100
      && plausible ~= number / 10_000:
      number / 10_000
    default: nil
    }
  }

  private static let plausible = 1_000...2_999

  /// The year of a date in JSON.
  ///
  /// Understands a number, a text, the dates of CSL (“date-parts”, whose years may be texts, “raw”,
  /// “literal”, “edtf”) and those of its YAML form; of a range, the beginning counts. See
  /// https://docs.citationstyles.org/en/stable/specification.html#date-variables.
  static func of(_ date: JSON) -> Int? {
    switch date {
    case .number(let number): return plausible ~= number ? number : year(number, digits: 8)
    case .string(let text): return first(in: text)
    case .array(let values): return values.first.flatMap(of)
    case .object:
      if case .array(let first)? = date["date-parts"]?.elements.first {
        if let text = first.first?.text, let number = Int(text) {
          return plausible ~= number ? number : nil
        }
      }
      if let year = date["year"]?.text.flatMap({ Int($0) }) {
        return plausible ~= year ? year : nil
      }
      for key in ["raw", "literal", "edtf", "value", "date", "start"] {
        if let year = date[key].flatMap(of) { return year }
      }
      return nil
    default: return nil
    }
  }
}

/// The numbers of lists as Chinese and Japanese write them: `1、`, `2．`, `3）`.
///
/// CommonMark knows a point and a bracket of ASCII alone (0.31, section 5.2).
struct WideNumbers {
  private var last: Int?

  /// A line that begins with such a number, with a point in place of its mark; nil for any other.
  ///
  /// - Parameter isBehindBlank: True when a list can begin here; elsewhere only the number after the
  ///   last one goes on with its list.
  mutating func item(_ line: ArraySlice<UInt8>, isBehindBlank: Bool) -> [UInt8]? {
    let start = line.prefix(3).drop { $0 == 0x20 }.startIndex
    let digits = line[start...].prefix(4).prefix { 0x30...0x39 ~= $0 }
    let rest = line[digits.endIndex...]
    guard let number = Int(String(decoding: digits, as: UTF8.self)), digits.count < 4,
      Self.marks.contains(where: { rest.starts(with: $0) }),
      isBehindBlank || last.map({ $0 + 1 == number }) == true
    else { return nil }
    last = number
    return Array(line[..<digits.endIndex]) + Array(". ".utf8) + rest.dropFirst(3)
  }

  /// The enumeration comma, the wide point and the wide bracket, each of three bytes.
  private static let marks = ["、", "．", "）"].map { Array($0.utf8) }
}

import ReadingModel

/// The addresses that a plain text gives at its end, to which numbers in brackets refer: `[5] https://…`.
struct PlainReferences {
  private var addresses: [Int: Identifier.Mention] = [:]
  /// The line on which they begin; nothing behind it speaks of works.
  private(set) var firstLine = Int.max

  /// How many are kept.
  private static let most = 10_000

  /// Looks for them in a text.
  init(_ lines: PlainLines) {
    var previous: [PlainLine] = []
    for line in lines {
      if let (number, mention) = Self.definition(line.text) {
        if addresses.isEmpty {
          // “Links:” and a rule stand above them.
          let heading = previous.reversed().prefix {
            TitleMarks.isUnderline($0.text) || ($0.text.utf8.count <= 16 && $0.text.hasSuffix(":"))
          }
          firstLine = heading.last?.number ?? line.number
        }
        if addresses.count < Self.most { addresses[number] = mention }
      } else if !addresses.isEmpty {
        addresses = [:]
        firstLine = .max
      }
      previous = previous.suffix(1) + [line]
    }
    guard addresses.count < 2 else { return }
    addresses = [:]
    firstLine = .max
  }

  /// Takes a number in brackets off the end of a line, where it refers to an address.
  func take(from text: inout String) -> Identifier.Mention? {
    guard !addresses.isEmpty, text.hasSuffix("]"), let open = text.lastIndex(of: "["),
      let number = Int(text[open...].dropFirst().dropLast()), let found = addresses[number]
    else { return nil }
    text = String(text[..<open]).trimmed
    return found
  }

  private static func definition(_ text: String) -> (number: Int, mention: Identifier.Mention)? {
    guard text.hasPrefix("["), let close = text.prefix(8).firstIndex(of: "]"),
      let number = Int(text[..<close].dropFirst())
    else { return nil }
    let rest = text[text.index(after: close)...].trimmed
    guard rest.hasPrefix("http"), let mention = Identifier.found(in: rest).first,
      mention.range.lowerBound == 0, mention.range.upperBound == rest.utf8.count
    else { return nil }
    return (number, mention)
  }
}

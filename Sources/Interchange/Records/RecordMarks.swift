import ReadingModel

/// What tables say of a reader's progress, in their own words.
enum RecordMarks {
  /// The status that a word stands for; nil for unread and for words that say nothing.
  static func status(_ text: String) -> Status? { words[letters(of: text)] }

  /// The status in a column that says whether, or when, a paper was read.
  static func finished(_ text: String) -> Status? {
    let letters = letters(of: text)
    if letters.isEmpty { return text.contains { "✓✔☑✅🗸×✗".contains($0) } ? .read : nil }
    if let status = words[letters] { return status }
    if unread.contains(letters) { return nil }
    if ["yes", "y", "x", "true", "t", "1", "ja", "oui", "si", "ok"].contains(letters) {
      return .read
    }
    return PublicationYear.first(in: text) == nil ? nil : .read
  }

  /// A rating from 1 to 5: a number, stars, or a share such as 8/10; nil for none.
  static func rating(_ text: String) -> Int? {
    let stars = text.count { "★⭐🌟".contains($0) }
    if stars > 0 { return 1...5 ~= stars ? stars : nil }
    let parts = text.split { $0 == "/" }
    guard let number = parts.first.flatMap({ value($0) }), number > 0 else { return nil }
    guard parts.count == 2, let whole = value(parts[1]), whole > 0 else {
      return number <= 5 ? max(1, Int(number.rounded())) : nil
    }
    guard number <= whole else { return nil }
    return max(1, Int((number * 5 / whole).rounded()))
  }

  /// The tags of a text that holds several.
  static func tags(_ text: String) -> [String] {
    let separator: Character = text.contains(";") ? ";" : text.contains("|") ? "|" : ","
    return text.split { $0 == separator || $0.isNewline }.map { SafeText.line(String($0)) }
      .filter { !$0.isEmpty }
  }

  private static func value(_ text: Substring) -> Double? {
    Double(text.filter { !$0.isWhitespace }.replacing(",", with: "."))
  }

  private static func letters(of text: String) -> String {
    SafeText.folded(SafeText.line(text, limit: 100)).filter { $0.isLetter || $0.isNumber }
  }

  private static let unread: Set<String> = [
    "unread", "notread", "notstarted", "new", "todo", "no", "n", "false", "0", "none", "nein",
  ]

  private static let words: [String: Status] = {
    var words: [String: Status] = [:]
    for (status, names) in [
      (Status.read, "read done finished complete completed alreadyread gelesen lu leido 已读"),
      (.reading, "reading inprogress started current currentlyreading doing active ongoing 在读"),
      (.queued, "queued queue toread wanttoread next upnext tbr planned readlater later 待读 想读"),
      (
        .skipped,
        "skipped skip abandoned dropped dnf didnotfinish wontread rejected ignored discarded"
      ),
    ] {
      for name in names.split(separator: " ") { words[String(name)] = status }
    }
    return words
  }()
}

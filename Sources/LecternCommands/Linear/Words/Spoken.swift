import Browser
import ReadingActions
import ReadingModel
import ReadingStore

/// How things are said in words: no signs, no columns, no abbreviations.
enum Spoken {
  /// A number as people write it: `2,340`.
  static func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// A number with its noun: `1 paper`, `2,340 papers`.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(self.number(number)) \(noun)s"
  }

  /// A title as a sentence quotes it.
  static func quoted(_ title: String) -> String { "“\(title)”" }

  /// Names in a row: `a`, `a and b`, `a, b and c`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What a list is for.
  static func kind(_ kind: ListKind) -> String {
    switch kind {
    case .order: "reading order"
    case .weekly: "weekly list"
    case .notes: "notes"
    case .custom: "list"
    }
  }

  /// The name people say and the title.
  static func name(_ row: EntryRow) -> String {
    guard let short = row.shortName, !row.title.hasPrefix(short) else { return row.title }
    return "\(short): \(row.title)"
  }

  /// A row with everything that the browser shows of it by signs.
  static func row(_ row: EntryRow, isSelected: Bool) -> String {
    var parts = [name(row)]
    if let first = row.authors.first {
      parts.append(row.authors.count > 1 ? "\(first) \(Paper.otherAuthors)" : first)
    }
    if let year = row.year { parts.append(String(year)) }
    parts += state(row.progress)
    if !row.progress.status.isDone, !row.waitingFor.isEmpty {
      parts.append("waiting for \(list(row.waitingFor.map(String.init)))")
    }
    if row.notes > 0 { parts.append(count(row.notes, "note")) }
    if row.isGone { parts.append("no longer in the list") }
    if isSelected { parts.append("selected") }
    return parts.joined(separator: ", ")
  }

  /// Status, pass and rating.
  static func state(_ progress: Progress) -> [String] {
    var parts = [progress.status.rawValue]
    if progress.pass > 0 { parts.append("pass \(progress.pass)") }
    if let rating = progress.rating { parts.append("rated \(rating) of 5") }
    return parts
  }

  /// A sentence with a capital letter at its beginning and a full stop at its end.
  static func sentence(_ text: String) -> String {
    let start = text.prefix(1).uppercased() + text.dropFirst()
    guard let last = start.last, !".?!:".contains(last) else { return start }
    return start + "."
  }

  /// What came of a change, and how to take it back.
  static func outcome(_ outcome: Outcome, takenBackBy command: String = "undo") -> String {
    let sentence = sentence(outcome.sentence)
    guard outcome.changed else { return sentence }
    return sentence + (command == "redo" ? " `redo` does it again." : " `undo` takes it back.")
  }

  /// An error as lines: what, where, what now, and the names to choose from.
  static func lines(of error: any Error) -> [String] {
    switch error {
    case let failure as Failure: [sentence(failure.sentence)]
    case let error as ActionError:
      [sentence(error.description)]
        + error.candidates.map { $0.replacing("\t", with: ": ") }
    case let error as QueryError:
      ["At character \(error.offset + 1) of the query: \(error.message)"]
    default: [sentence("\(error)")]
    }
  }
}

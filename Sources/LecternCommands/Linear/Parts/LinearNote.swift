import ReadingModel

/// A note as it is typed, a line at a time.
struct LinearNote {
  let paper: PaperID
  let key: String
  let title: String
  /// The note it will be a version of; nil for a new one.
  let note: NoteID?
  /// The version that it was begun from.
  var base: NoteBase?
  var lines: [String]
  /// True once something was typed that is not saved.
  var isTyped: Bool
  /// True while what was typed is not on disk.
  var isDraftDue = false

  var body: String { lines.joined(separator: "\n") }

  /// What is said when it begins.
  static let rules =
    "Type the note; a line with one dot saves it, .cancel leaves it as a draft, .read says it, and "
    + ".2 TEXT puts a text in the place of line 2."

  /// A line that begins with a dot and is more than text.
  enum Command: Equatable {
    case save, cancel, read
    case replace(Int, String)
    case unknown(String)
  }

  /// What a line is; nil for text.
  ///
  /// A second dot makes a line text that begins with one.
  static func command(in line: String) -> Command? {
    guard line.first == ".", !line.hasPrefix("..") else { return nil }
    let words = line.dropFirst().split(separator: " ", maxSplits: 1)
    guard let word = words.first else { return .save }
    if let number = Int(word) { return .replace(number, words.count > 1 ? String(words[1]) : "") }
    switch word {
    case "cancel": return .cancel
    case "read": return .read
    default: return .unknown(String(word))
    }
  }
}

import ReadingModel

/// What an entry says of a reader's progress, in the fields of JabRef, BibDesk and Mendeley.
///
/// For JabRef's see https://docs.jabref.org/finding-sorting-and-cleaning-entries/specialfields; older
/// versions of it kept them as keywords.
enum BibTeXMarks {
  /// The marks of an entry; most have tags alone.
  static func marks(of fields: inout BibTeXFields) -> ReaderMarks {
    var marks = ReaderMarks()
    for name: BibTeXFieldName in [.keywords, .tags] where fields.has(name) {
      for text in fields.texts(name, .line) { add(text, to: &marks) }
    }
    if let status = fields.text(.readstatus) { read(status, into: &marks) }
    if let read = fields.text(.read), ["1", "yes", "true"].contains(read.lowercased()) {
      marks.status = .read
    }
    if let ranking = fields.text(.ranking) { marks.rating = rank(ranking) ?? marks.rating }
    if let rating = fields.text(.rating) { marks.rating = Int(rating) ?? marks.rating }
    return marks
  }

  /// Parts keywords at semicolons where there are any, and at commas elsewhere.
  private static func add(_ text: String, to marks: inout ReaderMarks) {
    let semicolon = UInt8(ascii: ";")
    let separator = text.utf8.contains(semicolon) ? semicolon : UInt8(ascii: ",")
    for word in text.utf8.split(separator: separator) {
      let tag = String(Substring(word.drop { $0 == 0x20 }))
      if let rating = rank(tag) {
        marks.rating = rating
      } else if !tag.isEmpty {
        marks.tags.append(tag)
      }
    }
  }

  private static func read(_ status: String, into marks: inout ReaderMarks) {
    switch status.lowercased() {
    case "read": marks.status = .read
    // Skimmed is the first of three passes.
    case "skimmed":
      marks.status = .reading
      marks.pass = 1
    default: break
    }
  }

  /// The number in JabRef's `rank1` to `rank5`.
  private static func rank(_ text: String) -> Int? {
    guard text.utf8.count == 5, text.lowercased().hasPrefix("rank") else { return nil }
    return text.last?.wholeNumberValue
  }
}

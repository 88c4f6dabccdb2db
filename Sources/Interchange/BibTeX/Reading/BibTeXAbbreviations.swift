/// The abbreviations that `@string` defines, and how much may still come of them.
///
/// A few bytes can stand for many, and abbreviations for abbreviations, so all that is filled in is
/// bounded by the size of the document.
struct BibTeXAbbreviations {
  /// The longest text an abbreviation stands for, in bytes.
  static let longest = 16_384

  private var texts: [String: [UInt8]] = [:]
  /// How many bytes may still be filled in from elsewhere in the document.
  private var allowance: Int
  /// Names that were told of because nothing was filled in for them, so that each is told of once.
  private var told: Set<String> = []

  /// Makes the abbreviations of a document of so many bytes; none is defined yet.
  init(documentSize: Int) {
    allowance = 16 * documentSize + (1 << 20)
  }

  /// Takes bytes out of what may still be filled in; false when there is not enough left.
  mutating func spend(_ bytes: Int) -> Bool {
    guard bytes <= allowance else { return false }
    allowance -= bytes
    return true
  }

  /// Defines the abbreviations of an `@string`; a later definition replaces an earlier one.
  mutating func define(from block: BibTeXBlock, in document: BibTeXBytes) {
    for field in block.fields {
      var text: [UInt8] = []
      for part in block.parts[field.parts] { append(part, of: document, to: &text) }
      texts[document.text(field.nameRange).lowercased()] = Array(text.prefix(Self.longest))
    }
  }

  /// Appends the text of one part of a value.
  ///
  /// - Returns: What is wrong with the part, which stands for itself then; nil when nothing is.
  @discardableResult
  mutating func append(
    _ part: BibTeXBlock.Part, of document: BibTeXBytes, to text: inout [UInt8]
  ) -> String? {
    let bytes = document[part.range]
    guard !part.isText, let first = bytes.first, !(0x30...0x39 ~= first) else {
      text.append(contentsOf: bytes)
      return nil
    }
    let name = document.text(part.range).lowercased()
    let meaning = texts[name]
    if let meaning, spend(meaning.count) {
      text.append(contentsOf: meaning)
      return nil
    }
    text.append(contentsOf: bytes)
    guard !Self.months.contains(name), told.insert(name).inserted else { return nil }
    return meaning == nil
      ? "“\(name)” is not defined before it is used; it was read as it stands"
      : "“\(name)” was not filled in, since abbreviations fill too much of the document already"
  }

  /// The abbreviations that every bibliography style of BibTeX defines.
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}

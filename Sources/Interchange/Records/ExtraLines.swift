import ReadingModel

/// Lines of text in which reference managers keep what they have no field for.
///
/// Zotero calls such text “Extra”, CSL “note”: `arXiv: 1706.03762`, `DOI: 10.…`, one a line.
struct ExtraLines {
  /// The identifiers found, in order.
  private(set) var identifiers: [Identifier] = []
  /// The lines that say something else.
  private(set) var remark = ""

  /// Reads the lines of a text.
  init(_ text: String) {
    var kept: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if let identifier = Self.identifier(in: line) {
        identifiers.append(identifier)
      } else if !Self.isBookkeeping(line) {
        kept.append(line)
      }
    }
    remark = kept.joined(separator: "\n")
  }

  private static func identifier(in line: Substring) -> Identifier? {
    guard line.utf8.count <= 300, let colon = line.firstIndex(of: ":") else { return nil }
    let name = key(line[..<colon])
    let value = String(line[colon...].dropFirst())
    switch name {
    case "arxiv", "eprint", "_eprint", "arxiv id": return Identifier.recognise("arxiv:" + value)
    case "doi", "openreview", "acl": return Identifier.recognise("\(name):\(value)")
    default: return nil
    }
  }

  /// True for lines that only another program has a use for.
  private static func isBookkeeping(_ line: Substring) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    let name = key(line[..<colon])
    return name.hasPrefix("tex.") || ["citation key", "bibtex", "biblatex"].contains(name)
  }

  private static func key(_ text: Substring) -> String {
    SafeText.folded(SafeText.line(String(text.prefix(40))))
  }
}

/// Text of documents as it is said: a paragraph a line, so that no sentence is broken.
enum SpokenText {
  /// The paragraphs of a Markdown text; what begins a line in it, such as an item of a list, keeps a
  /// line of its own.
  static func paragraphs(_ markdown: String) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text.isEmpty {
        isOpen = false
      } else if isOpen, !beginsBlock(text), line.count - text.count < 4 {
        paragraphs[paragraphs.count - 1] += " " + text
      } else {
        paragraphs.append(String(text))
        isOpen = !text.hasPrefix("```") && !text.hasPrefix("#") && line.count - text.count < 4
      }
    }
    return paragraphs
  }

  /// True for the beginning of a heading, quote, table, fence or item (CommonMark 0.31).
  private static func beginsBlock(_ text: Substring) -> Bool {
    if "#>|".contains(text.first ?? " ") || text.hasPrefix("```") { return true }
    let marker = text.prefix { $0 != " " }
    return ["-", "*", "+"].contains(marker)
      || marker.count > 1 && marker.dropLast().allSatisfy(\.isNumber)
        && ".)".contains(marker.last ?? " ")
  }
}

import ReadingModel

/// Facts as lines of Markdown that are read back as the same text.
///
/// Whatever a text has of Markdown or HTML stands for itself, brackets too: a note below may say where
/// they lead.
enum MarkdownLine {
  /// A heading, without the end of its line.
  static func heading(_ title: String, level: Int) -> String {
    var line = Array(repeating: UInt8(ascii: "#"), count: level)
    for word in words(of: title) {
      line.append(UInt8(ascii: " "))
      MarkdownEscape.appendSigns(
        of: word, to: &line, after: UInt8(ascii: " "), isInLink: true, isInTable: false)
    }
    // Signs of a heading at its end close it, and are no part of it.
    let text = line[level...]
    let closing = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    line.removeLast(closing)
    for _ in 0..<closing { line += Array("\\#".utf8) }
    return String(decoding: line, as: UTF8.self)
  }

  /// A paragraph of one line.
  static func paragraph(_ text: String) -> String {
    var line: [UInt8] = []
    for word in words(of: text) {
      if !line.isEmpty { line.append(UInt8(ascii: " ")) }
      MarkdownEscape.append(
        word, to: &line, isAtStart: line.isEmpty, isInLink: true, isInTable: false)
    }
    return String(decoding: line, as: UTF8.self)
  }

  private static func words(of text: String) -> [ArraySlice<UInt8>] {
    Array(SafeText.line(text).utf8).split(separator: UInt8(ascii: " "))
  }
}

import Terminal

@testable import Browser

extension MarkdownPage {
  /// A text as it is drawn, its weights shown by signs: `<b:bold>`, `<i:slanted>`, `<u:link>`,
  /// `<d:dim>`; blanks at the ends of lines are kept.
  static func drawn(_ text: String, columns: Int = 40, glyphs: Glyphs = .unicode) -> [String] {
    var page = MarkdownPage(columns: columns, glyphs: glyphs)
    return page.lines(of: text).map(\.marked)
  }
}

extension StyledLine {
  /// The text of the line with its indent, without styles.
  var plain: String { String(repeating: " ", count: indent) + runs.map(\.text).joined() }

  /// The columns it takes.
  var width: Int { indent + runs.reduce(0) { $0 + displayWidth(of: $1.text) } }

  fileprivate var marked: String {
    String(repeating: " ", count: indent)
      + runs.map { run in
        var letters = ""
        if run.style.attributes.contains(.bold) { letters += "b" }
        if run.style.attributes.contains(.italic) { letters += "i" }
        switch run.style.role {
        case .text: break
        case .dim: letters += "d"
        case .accent: letters += "a"
        case .done: letters += "x"
        case .warning: letters += "w"
        case .link: letters += "u"
        }
        return letters.isEmpty ? run.text : "<\(letters):\(run.text)>"
      }.joined()
  }
}

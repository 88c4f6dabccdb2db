/// A link as Markdown writes it (CommonMark 0.31, section 6.3).
enum MarkdownLink {
  /// The link, with what would end its text or its address escaped.
  static func print(_ text: String, to address: String) -> String {
    var label = ""
    for character in text {
      if "\\[]`*_<".contains(character) { label += "\\" }
      label.append(character)
    }
    let target = address.replacing("(", with: "%28").replacing(")", with: "%29")
    return "[\(label)](\(target))"
  }
}

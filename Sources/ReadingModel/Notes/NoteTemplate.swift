/// A beginning for notes of one kind, such as a claim.
public struct NoteTemplate: Equatable, Sendable {
  /// The name that it is chosen by.
  public var name: String
  /// The text, Markdown, with placeholders such as `{title}`.
  public var text: String

  /// Makes a template.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The templates that there are unless the configuration says otherwise.
  public static let standard = [
    NoteTemplate(
      name: "claim",
      text: "# Claim\n\n{title} claims that \n\n- under which conditions: \n- against what: \n"),
    NoteTemplate(
      name: "evidence",
      text: "# Evidence\n\n- shown: \n- how: \n- where (section, table, figure): \n- how strong: \n"
    ),
    NoteTemplate(
      name: "doubt",
      text: "# Doubt\n\n- what does not convince: \n- why: \n- what would settle it: \n"),
  ]

  /// The text about a paper.
  ///
  /// - Parameters:
  ///   - key: The paper's key.
  ///   - date: The present day as the reader writes it.
  /// - Returns: The text with `{title}`, `{authors}`, `{year}`, `{key}` and `{date}` filled in; what
  ///   is not known of the paper is left empty, and any other braces stay.
  public func filled(for paper: Paper, key: String, date: String) -> String {
    let values = [
      "title": paper.title, "authors": paper.authors.joined(separator: ", "),
      "year": paper.year.map(String.init) ?? "", "key": key, "date": date,
    ]
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: open)..<close])]
      {
        result += value
        rest = rest[rest.index(after: close)...]
      } else {
        result += "{"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}

extension JSON {
  /// The members of an object; none for any other value.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The elements of an array; any other value but null is the only element.
  var elements: [JSON] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }

  /// The value of the first member with a key.
  subscript(key: String) -> JSON? { members.first { $0.key == key }?.value }

  /// What the value says as a text: a string, a number, or an object's name; nil for others.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): String(number)
    case .decimal(let number): number
    case .boolean(let value): value ? "true" : "false"
    case .object:
      Self.names.lazy.compactMap { self[$0] }.compactMap { value in
        if case .object = value { nil } else { value.text }
      }.first
    case .array(let values): values.first?.text
    case .null: nil
    }
  }

  /// The keys under which an object keeps its name or its text.
  private static let names = [
    "name", "display_name", "title", "text", "value", "note", "body", "tag", "label", "url", "href",
  ]
}

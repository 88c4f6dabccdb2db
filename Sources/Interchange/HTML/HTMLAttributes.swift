/// The attributes of a tag that matter for reading a page.
struct HTMLAttributes {
  /// The names that are kept.
  private static let names: Set<String> = [
    "href", "src", "alt", "class", "id", "style", "role", "hidden", "aria-hidden", "start", "name",
    "property", "content", "datetime", "rel", "alttext", "checked", "type",
  ]

  private var values: [String: String] = [:]

  /// The value of an attribute, with its references replaced; empty for one without a value, nil when
  /// the tag has none of that name.
  subscript(name: String) -> String? { values[name] }

  /// Reads the attributes of a tag; of several with one name the first counts.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, !Self.endsName(bytes[index]) { index += 1 }
      let name = start..<index
      guard !name.isEmpty else {
        index += 1
        continue
      }
      while index < range.upperBound, HTMLTokenizer.isSpace(bytes[index]) { index += 1 }
      var value = index..<index
      if index < range.upperBound, bytes[index] == UInt8(ascii: "=") {
        value = Self.value(bytes, from: index + 1, to: range.upperBound)
        index = value.upperBound
        if index < range.upperBound { index += 1 }
      }
      // No attribute of interest has a longer name.
      guard name.count <= 12 else { continue }
      let key = String(decoding: bytes[name], as: UTF8.self).lowercased()
      if Self.names.contains(key), values[key] == nil {
        values[key] = HTMLText.decoded(bytes, in: value)
      }
    }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    HTMLTokenizer.isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/")
  }

  private static func value(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Range<Int> {
    var index = start
    while index < end, HTMLTokenizer.isSpace(bytes[index]) { index += 1 }
    guard index < end else { return end..<end }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let first = index + 1
      return first..<(bytes[first..<end].firstIndex(of: quote) ?? end)
    }
    return index..<(bytes[index..<end].firstIndex(where: HTMLTokenizer.isSpace) ?? end)
  }

  /// The words of `class`, `id` and `role`, in lower case, each part of a compound for itself:
  /// `research-paper` gives `research` and `paper`.
  var words: Set<String> {
    var words: Set<String> = []
    for name in ["class", "id", "role"] {
      guard let value = values[name] else { continue }
      for word in value.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        words.insert(word.lowercased())
      }
    }
    return words
  }

  /// True for what a page does not show.
  var isHidden: Bool {
    if values["hidden"] != nil || values["aria-hidden"] == "true" { return true }
    guard let style = values["style"]?.lowercased() else { return false }
    return style.split(separator: ";").contains { rule in
      let parts = rule.split(separator: ":")
      guard parts.count == 2 else { return false }
      let property = parts[0].filter { !$0.isWhitespace }
      let value = parts[1].filter { !$0.isWhitespace }
      return (property == "display" && value.hasPrefix("none"))
        || (property == "visibility" && value.hasPrefix("hidden"))
        || (property == "mso-hide" && value == "all")
    }
  }
}

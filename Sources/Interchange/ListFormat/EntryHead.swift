/// The first line of an entry, `- [title](address)` or `- title`, and its escapes.
struct EntryHead: Equatable {
  var title: String
  /// Empty when there is none.
  var address: String
  /// What stands after the address.
  var rest: String

  /// Reads the line after its `- `.
  init(_ text: Substring) {
    guard let (title, afterTitle) = Self.bracketed(text),
      let (address, rest) = Self.parenthesised(afterTitle)
    else {
      self.title = Self.unescaped(text)
      self.address = ""
      self.rest = ""
      return
    }
    self.title = Self.unescaped(title)
    self.address =
      address.utf8.contains(UInt8(ascii: "%"))
      ? String(address).replacing("%29", with: ")") : String(address)
    self.rest = String(rest.drop(while: \.isWhitespace))
  }

  /// The line of an entry.
  static func printed(title: String, address: String?) -> String {
    var escaped = ""
    for scalar in title.unicodeScalars {
      if scalar == "[" || scalar == "]" || scalar == "\\" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    guard let address else { return "- \(escaped)" }
    let target = address.replacing(")", with: "%29").replacing(" ", with: "%20")
    return "- [\(escaped)](\(target))"
  }

  /// What stands between `[` and the `]` that closes it, and what follows.
  private static func bracketed(_ text: Substring) -> (Substring, Substring)? {
    guard text.utf8.first == UInt8(ascii: "[") else { return nil }
    var depth = 0
    var isEscaped = false
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 {
          return parted(text, at: index)
        }
      }
    }
    return nil
  }

  /// What stands between `(` and the `)` that closes it, and what follows.
  ///
  /// In canonical form that is the first `)`, even after a `(`; other documents write pairs.
  private static func parenthesised(_ text: Substring) -> (Substring, Substring)? {
    guard text.utf8.first == UInt8(ascii: "(") else { return nil }
    var first: Substring.Index?
    var depth = 0
    for index in text.utf8.indices {
      switch text.utf8[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return parted(text, at: index) }
        first = first ?? index
      default: break
      }
    }
    return first.map { parted(text, at: $0) }
  }

  private static func parted(_ text: Substring, at close: Substring.Index) -> (Substring, Substring)
  {
    (text[..<close].dropFirst(), text[close...].dropFirst())
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars
    while let scalar = scalars.popFirst() {
      if scalar == "\\", let next = scalars.first, next == "[" || next == "]" || next == "\\" {
        result.append(next)
        scalars.removeFirst()
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

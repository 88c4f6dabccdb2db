/// A paragraph or list item of a Markdown text, without its marks.
struct PlainBlock: Equatable, Sendable {
  /// How many columns it is indented.
  var indent: Int
  /// The sign of a list item; empty for a paragraph.
  var marker: String
  /// Its text on one line.
  var text: String
  /// True for a line of code, which keeps its line.
  var isVerbatim = false
}

/// Markdown as people read it: emphasis and links without their signs, lists with their indents.
///
/// It covers what remarks and notes are made of and passes anything else through as text.
enum PlainMarkdown {
  /// The blocks of a text; an empty text stands for a blank line between two of them.
  static func blocks(_ text: String) -> [PlainBlock] {
    var blocks: [PlainBlock] = []
    var isCode = false
    var joins = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let content = line.dropFirst(indent)
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        isCode.toggle()
        joins = false
      } else if isCode {
        blocks.append(
          PlainBlock(indent: 2 + indent, marker: "", text: String(content), isVerbatim: true))
      } else if content.isEmpty {
        if let last = blocks.last, !last.text.isEmpty || !last.marker.isEmpty {
          blocks.append(PlainBlock(indent: 0, marker: "", text: ""))
        }
        joins = false
      } else if let (marker, rest) = listItem(content) {
        blocks.append(PlainBlock(indent: indent, marker: marker, text: inline(rest)))
        joins = true
      } else if joins, !content.hasPrefix("#"), !content.hasPrefix("|"), let last = blocks.last {
        blocks[blocks.count - 1].text = last.text + " " + inline(content)
      } else {
        let isHeading = content.hasPrefix("#")
        let bare = content.drop { $0 == "#" || $0 == ">" }.drop { $0 == " " }
        blocks.append(PlainBlock(indent: indent, marker: "", text: inline(bare)))
        joins = !isHeading && !content.hasPrefix("|")
      }
    }
    if let last = blocks.last, last.text.isEmpty, last.marker.isEmpty { blocks.removeLast() }
    return blocks
  }

  /// The sign and the text of a list item: `-`, `*` and `+` are bullets, numbers stay.
  private static func listItem(_ line: Substring) -> (marker: String, rest: Substring)? {
    if let first = line.first, "-*+".contains(first), line.dropFirst().first == " " {
      return ("- ", line.dropFirst(2).drop { $0 == " " })
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let sign = rest.first, sign == "." || sign == ")",
      rest.dropFirst().first == " "
    else { return nil }
    return ("\(digits)\(sign) ", rest.dropFirst(2).drop { $0 == " " })
  }

  /// A line without the signs of emphasis, code and links.
  static func inline(_ text: Substring) -> String {
    let characters = Array(text)
    var result = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      switch character {
      case "\\" where next.map { "\\`*_[]<>#-".contains($0) } ?? false:
        if let next { result.append(next) }
        index += 2
      case "`": index += 1
      case "*" where !isLoose(characters, index): index += 1
      case "_" where !isLoose(characters, index) && isWordEdge(characters, index): index += 1
      case "!" where next == "[": index += 1
      case "[":
        if let (label, end) = link(characters, from: index) {
          result += inline(label)
          index = end
        } else {
          result.append(character)
          index += 1
        }
      default:
        result.append(character)
        index += 1
      }
    }
    return result
  }

  /// True for a sign with blanks on both sides, which is no emphasis.
  private static func isLoose(_ characters: [Character], _ index: Int) -> Bool {
    let before = index > 0 ? characters[index - 1] : " "
    let after = index + 1 < characters.count ? characters[index + 1] : " "
    return before == " " && after == " "
  }

  /// True when a sign does not stand between two letters, as the `_` of `snake_case` does.
  private static func isWordEdge(_ characters: [Character], _ index: Int) -> Bool {
    func isWord(_ at: Int) -> Bool {
      characters.indices.contains(at) && (characters[at].isLetter || characters[at].isNumber)
    }
    return !(isWord(index - 1) && isWord(index + 1))
  }

  /// How far the end of a label or an address is looked for, in characters.
  private static let longestLink = 500

  /// The label of `[label](address)` and where it ends.
  private static func link(
    _ characters: [Character], from start: Int
  ) -> (label: Substring, end: Int)? {
    guard let close = characters[start...].prefix(longestLink).firstIndex(of: "]"),
      close + 1 < characters.count, characters[close + 1] == "(",
      let end = characters[close...].prefix(longestLink).firstIndex(of: ")")
    else { return nil }
    return (Substring(String(characters[(start + 1)..<close])), end + 1)
  }
}

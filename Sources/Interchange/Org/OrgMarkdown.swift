import ReadingModel

/// An outline of Org mode as Markdown.
///
/// What its marks mean: https://orgmode.org/manual/Markup-for-Rich-Contents.html
struct OrgMarkdown {
  /// The Markdown.
  private(set) var text = ""
  /// For each line of it, the line of the outline, counted from 1.
  private(set) var lines: [Int] = []
  /// What the outline says it is called.
  private(set) var title: String?
  /// The day it says it is of, ISO 8601.
  private(set) var day: String?

  /// The line that was reached.
  private var number = 0
  private var block: String?
  private var drawer: String?
  /// How far headings stand below the title.
  private var shift: Int { title == nil ? 0 : 1 }

  /// Converts an outline.
  init(_ outline: String) {
    for line in outline.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      take(String(line))
    }
  }

  private mutating func add(_ line: String) {
    text += line + "\n"
    lines.append(number)
  }

  private mutating func take(_ line: String) {
    let bare = line.trimmed
    let folded = bare.prefix(40).lowercased()
    if let block {
      if folded.hasPrefix("#+end_" + block) {
        self.block = nil
        add(block == "quote" ? "" : "```")
      } else {
        add(block == "quote" ? "> " + OrgInline.markdown(bare) : line)
      }
    } else if let drawer {
      if folded == ":end:" {
        self.drawer = nil
        add("")
      } else if drawer == ":properties:", let fact = Self.fact(bare) {
        add(fact)
      }
    } else if folded.hasPrefix("#+begin_") {
      let name = folded.dropFirst(8).prefix { !$0.isWhitespace }
      block = String(name)
      add(name == "quote" ? "" : "```")
    } else if folded.hasPrefix("#+") {
      takeKeyword(bare)
    } else if folded.hasPrefix(":"), folded.hasSuffix(":"), !folded.contains(" "), folded.count > 2
    {
      drawer = folded
    } else if bare == "#" || bare.hasPrefix("# ") || Self.isPlanning(bare) {
      return
    } else if let heading = OrgHeading(line, shift: shift) {
      add("")
      add(heading.markdown)
      add("")
      if !heading.tags.isEmpty { add("- Tags: " + heading.tags.joined(separator: ", ")) }
    } else if bare.hasPrefix("|-") {
      add(bare.replacing("+", with: "|"))
    } else {
      add(Self.item(line))
    }
  }

  private mutating func takeKeyword(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].trimmed
    switch line[..<colon].lowercased() {
    case "#+title" where title == nil && !value.isEmpty:
      title = value
      add("# " + OrgInline.markdown(value))
      add("")
    case "#+date":
      let date = String(value.drop { $0 == "<" || $0 == "[" }.prefix(10))
      if CalendarDay.isValid(date) { day = date }
    default: break
    }
  }

  /// True for the line below a heading that says when it was closed or is due.
  private static func isPlanning(_ line: String) -> Bool {
    ["CLOSED:", "SCHEDULED:", "DEADLINE:"].contains { line.hasPrefix($0) }
  }

  /// A property that says something about a work, as an item with a label.
  private static func fact(_ line: String) -> String? {
    guard line.hasPrefix(":"), let colon = line.dropFirst().firstIndex(of: ":") else { return nil }
    let value = line[line.index(after: colon)...].trimmed
    guard !value.isEmpty else { return nil }
    switch line.dropFirst()[..<colon].lowercased() {
    case "authors", "author": return "- Authors: \(value)"
    case "year", "date": return "- Year: \(value)"
    case "venue", "journal", "booktitle": return "- Venue: \(value)"
    case "doi": return "- DOI: \(Identifier.isAddress(value) ? "" : "https://doi.org/")\(value)"
    case "arxiv", "eprint":
      return Identifier.arxiv(value).map { "- arXiv: https://arxiv.org/abs/\($0.value)" }
    case "custom_id", "key": return Identifier.recognise(value).map { _ in "- Paper: \(value)" }
    case "url", "link", "pdf": return "- Paper: \(value)"
    case "code": return "- Code: \(value)"
    case "page": return "- Project: \(value)"
    default: return nil
    }
  }

  /// A line of a list or of text.
  private static func item(_ line: String) -> String {
    let space = line.prefix { $0 == " " || $0 == "\t" }
    var rest = String(line[space.endIndex...])
    var marker = ""
    for mark in ["- ", "+ "] where rest.hasPrefix(mark) { marker = mark }
    if marker == "+ " || (marker.isEmpty && rest.hasPrefix("* ") && !space.isEmpty) {
      marker = "- "
      rest = "- " + rest.dropFirst(2)
    }
    rest.removeFirst(min(marker.count, rest.count))
    if !marker.isEmpty, rest.hasPrefix("[-] ") { rest = "[/] " + rest.dropFirst(4) }
    if !marker.isEmpty { rest = rest.replacing(" :: ", with: " — ", maxReplacements: 1) }
    return space + marker + OrgInline.markdown(rest)
  }
}

/// A heading of an outline: stars, a keyword, a priority, the text, and tags.
struct OrgHeading {
  /// The heading as Markdown.
  let markdown: String
  /// The tags behind it.
  let tags: [String]

  /// Reads a heading, and puts it some levels deeper; nil for any other line.
  init?(_ line: String, shift: Int) {
    let stars = line.prefix { $0 == "*" }
    guard !stars.isEmpty, line[stars.endIndex...].hasPrefix(" ") else { return nil }
    var text = line[stars.endIndex...].trimmed
    var tags: [String] = []
    if text.hasSuffix(":"), let space = text.lastIndex(where: \.isWhitespace) {
      let last = text[text.index(after: space)...]
      if last.hasPrefix(":"), last.count > 2 {
        tags = last.split(separator: ":").map { String($0) }
        text = text[..<space].trimmed
      }
    }
    var box = ""
    let keyword = text.prefix { !$0.isWhitespace }
    if let sign = Self.keywords[String(keyword)] {
      box = "[\(sign)] "
      text = text[keyword.endIndex...].trimmed
    }
    if text.hasPrefix("[#"), text.dropFirst(3).hasPrefix("] ") { text = String(text.dropFirst(5)) }
    self.tags = tags
    markdown =
      String(repeating: "#", count: min(6, stars.count + shift)) + " " + box
      + OrgInline.markdown(text)
  }

  /// What keywords mean, as signs in boxes.
  private static let keywords: [String: Character] = [
    "TODO": " ", "UNREAD": " ", "WAITING": " ", "WAIT": " ", "HOLD": " ", "SOMEDAY": " ",
    "NEXT": ">", "QUEUED": ">", "STARTED": "/", "READING": "/", "DOING": "/", "INPROGRESS": "/",
    "DONE": "x", "READ": "x", "CANCELLED": "-", "CANCELED": "-", "SKIPPED": "-", "SKIP": "-",
  ]
}

/// Links and emphasis of Org mode as Markdown.
enum OrgInline {
  /// Converts a line of text.
  static func markdown(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      result += styled(rest[..<open.lowerBound])
      let inner = rest[open.upperBound..<close.lowerBound]
      let parts = inner.firstRange(of: "][")
      let target = String(parts.map { inner[..<$0.lowerBound] } ?? inner)
      let label = parts.map { styled(inner[$0.upperBound...]) }
      if let address = address(of: target) {
        result += label.map { "[\($0)](<\(address)>)" } ?? "<\(address)>"
      } else {
        result += label ?? target
      }
      rest = rest[close.upperBound...]
    }
    return result + styled(rest)
  }

  /// The address that a link leads to on the web; nil for files, notes and places in the outline.
  private static func address(of target: String) -> String? {
    guard !target.contains(where: { "<>".contains($0) || $0.isWhitespace }) else { return nil }
    if target.hasPrefix("doi:") { return "https://doi.org/" + target.dropFirst(4) }
    if target.hasPrefix("arxiv:"), let name = Identifier.arxiv(String(target.dropFirst(6))) {
      return "https://arxiv.org/abs/\(name.value)"
    }
    return Identifier.isAddress(target) ? target : nil
  }

  private static let marks: [Character: String] = [
    "*": "**", "/": "*", "~": "`", "=": "`", "+": "~~",
  ]

  /// Text with its marks of emphasis, which stand at the edges of words.
  private static func styled(_ text: Substring) -> String {
    guard text.contains(where: { marks[$0] != nil }) else { return String(text) }
    let characters = Array(text)
    var result = ""
    var index = 0
    while index < characters.count {
      if let mark = marks[characters[index]], begins(at: index, in: characters),
        let end = (index + 2..<min(characters.count, index + 200))
          .first(where: { ends(characters[index], at: $0, in: characters) })
      {
        result += mark + String(characters[index + 1..<end]) + mark
        index = end + 1
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  private static func begins(at index: Int, in text: [Character]) -> Bool {
    index + 2 < text.count && !text[index + 1].isWhitespace
      && (index == 0 || text[index - 1].isWhitespace || "-–—({'\"".contains(text[index - 1]))
  }

  private static func ends(_ mark: Character, at index: Int, in text: [Character]) -> Bool {
    text[index] == mark && !text[index - 1].isWhitespace
      && (index + 1 == text.count || text[index + 1].isWhitespace
        || "-–—.,:!?;'\")}[".contains(text[index + 1]))
  }
}

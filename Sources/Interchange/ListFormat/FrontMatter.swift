import ReadingModel
import Yams

/// The front matter of a list and where the document goes on.
struct FrontMatter {
  /// The list without introduction and sections.
  let list: ReadingList
  /// The index of the first line after the front matter.
  let end: Int

  /// The keys in canonical order.
  static let keys = ["title", "slug", "kind", "issued", "period", "source"]

  private struct Value {
    var text: String
    var line: Int
  }

  /// Reads the front matter at the head of the lines.
  init(_ document: inout ListLines) throws(InterchangeError) {
    let lines = document.lines
    guard lines.first == "---" else {
      throw Self.malformed(0, "a list begins with front matter: a line of “---”, then its title")
    }
    guard let close = lines.indices.dropFirst().first(where: { lines[$0] == "---" }) else {
      throw Self.malformed(0, "the front matter that begins here does not end with a line of “---”")
    }
    let values = try Self.values(in: lines[1..<close])
    guard let titleValue = values["title"] else {
      throw Self.malformed(0, "the front matter has no title; write “title: …”")
    }
    let title = document.value(titleValue.text, line: titleValue.line)
    guard !title.isEmpty else { throw Self.malformed(titleValue.line, "the title is empty") }
    let source = values["source"].map { document.value($0.text, line: $0.line) }
    list = ReadingList(
      slug: try Self.slug(values["slug"]) ?? Slug.made(from: title),
      title: title,
      kind: try Self.kind(values["kind"]),
      issued: try Self.date(values["issued"]),
      period: try Self.period(values["period"]),
      source: source?.isEmpty == true ? nil : source)
    end = close + 1
  }

  private static func malformed(_ index: Int, _ message: String) -> InterchangeError {
    .malformed(line: index + 1, message: message)
  }

  // MARK: Keys and values

  private static func values(
    in lines: ArraySlice<String>
  ) throws(InterchangeError) -> [String: Value] {
    var values: [String: Value] = [:]
    let pairs: [(String, Value)]
    if let simple = simplePairs(lines) { pairs = simple } else { pairs = try parsedPairs(lines) }
    for (key, value) in pairs {
      guard keys.contains(key) else {
        let name = SafeText.line(key, limit: 40)
        throw malformed(
          value.line, "there is no key “\(name)”; the keys are \(keys.joined(separator: ", "))")
      }
      guard values.updateValue(value, forKey: key) == nil else {
        throw malformed(value.line, "the key “\(key)” stands here a second time")
      }
    }
    return values
  }

  /// The pairs of front matter whose every line is `key: value` on its own; nil for richer YAML.
  ///
  /// This is the canonical form, and 30 times as quick to read as YAML at large.
  private static func simplePairs(_ lines: ArraySlice<String>) -> [(String, Value)]? {
    var pairs: [(String, Value)] = []
    for (index, line) in zip(lines.indices, lines) {
      guard let colon = line.firstRange(of: ": "), let first = line.utf8.first,
        0x61...0x7A ~= first, line[..<colon.lowerBound].utf8.allSatisfy({ 0x61...0x7A ~= $0 }),
        let text = YAMLText.read(line[colon.upperBound...])
      else { return nil }
      pairs.append((String(line[..<colon.lowerBound]), Value(text: text, line: index)))
    }
    return pairs
  }

  private static func parsedPairs(
    _ lines: ArraySlice<String>
  ) throws(InterchangeError) -> [(String, Value)] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: lines.joined(separator: "\n"))
    } catch {
      throw unreadable(error, after: lines.startIndex)
    }
    guard let root else { return [] }
    guard let mapping = root.mapping else {
      throw malformed(lines.startIndex, "the front matter is not made of “key: value” lines")
    }
    var pairs: [(String, Value)] = []
    for (key, value) in mapping {
      let line = lines.startIndex + (key.mark?.line ?? 1) - 1
      guard let name = key.scalar?.string else {
        throw malformed(line, "a key of the front matter is not a word")
      }
      guard let text = value.scalar?.string else {
        throw malformed(line, "the value of “\(SafeText.line(name, limit: 40))” is not a text")
      }
      pairs.append((name, Value(text: text, line: line)))
    }
    return pairs
  }

  private static func unreadable(_ error: any Error, after start: Int) -> InterchangeError {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      malformed(start + mark.line - 1, "the front matter is not YAML: \(SafeText.line(problem))")
    case .duplicatedKeysInMapping(let duplicates, let context):
      malformed(
        start + context.mark.line - 1,
        "the front matter has a key twice: "
          + SafeText.line(duplicates.map(\.description).sorted().joined(separator: ", "), limit: 80)
      )
    default: malformed(start, "the front matter is not YAML")
    }
  }

  // MARK: Values

  private static func slug(_ value: Value?) throws(InterchangeError) -> String? {
    guard let value else { return nil }
    guard Slug.isValid(value.text) else {
      throw malformed(
        value.line, "a slug has lower case letters, digits and hyphens, at most \(Slug.longest)")
    }
    return value.text
  }

  private static func kind(_ value: Value?) throws(InterchangeError) -> ListKind {
    guard let value else { return .custom }
    guard let kind = ListKind(rawValue: value.text) else {
      throw malformed(value.line, "a kind is order, weekly, notes or custom")
    }
    return kind
  }

  private static func date(_ value: Value?) throws(InterchangeError) -> String? {
    guard let value else { return nil }
    guard CalendarDay.isValid(value.text) else {
      throw malformed(value.line, "a day of issue is a date such as 2025-02-24")
    }
    return value.text
  }

  private static func period(_ value: Value?) throws(InterchangeError) -> String? {
    guard let value else { return nil }
    let days = value.text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard days.count == 2, days.allSatisfy(CalendarDay.isValid), days[0] <= days[1] else {
      throw malformed(value.line, "a period is two dates such as 2025-02-24/2025-03-01")
    }
    return value.text
  }
}

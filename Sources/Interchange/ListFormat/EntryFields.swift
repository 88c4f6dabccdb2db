import ReadingModel

/// The fields of an entry as they are read, one line after another.
struct EntryFields {
  var shortName: String?
  var authors: [String] = []
  var year: Int?
  var venue: String?
  var kind: PaperKind?
  var identifiers: [Identifier] = []
  var code: String?
  var pages: [String] = []
  var hasWorkingTitle = false
  var prerequisites: [Prerequisite] = []
  private var seen: Set<String> = []

  /// The name and value of a line such as `  - year: 2017`; nil for any other line.
  static func split(_ line: String) -> (name: Substring, value: Substring)? {
    guard line.hasPrefix("  - ") else { return nil }
    let text = line.dropFirst(4)
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
      text[..<colon].utf8.allSatisfy({ 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "-") })
    else { return nil }
    let value = text[colon...].dropFirst()
    guard value.isEmpty || value.utf8.first == 0x20 else { return nil }
    return (text[..<colon], value.drop(while: \.isWhitespace))
  }

  /// Takes a field in; returns what is wrong with it when it cannot.
  mutating func read(_ name: String, _ value: String) -> String? {
    if value.isEmpty { return "the field “\(name)” has no value" }
    if name != "page", name != "after", !seen.insert(name).inserted {
      return "the field “\(name)” stands here a second time"
    }
    switch name {
    case "name": shortName = value
    case "authors":
      authors = value.split(separator: ";").map { SafeText.line(String($0)) }.filter { !$0.isEmpty }
      if authors.isEmpty { return "“authors” holds names parted by “; ”" }
    case "year":
      guard let number = Int(value), value.utf8.count == 4, 1_000...9_999 ~= number else {
        return "a year has four digits"
      }
      year = number
    case "venue": venue = value
    case "kind":
      guard let known = PaperKind(rawValue: value) else {
        return "a kind is \(PaperKind.allCases.map(\.rawValue).joined(separator: ", "))"
      }
      kind = known
    case "code": code = value
    case "page": if !pages.contains(value) { pages.append(value) }
    case "title-status":
      guard value == "working" else { return "a title status is “working” or left out" }
      hasWorkingTitle = true
    case "after": return readPrerequisite(value)
    default: return readIdentifier(name, value)
    }
    return nil
  }

  private mutating func readIdentifier(_ name: String, _ value: String) -> String? {
    guard let scheme = IdentifierScheme(rawValue: name), scheme != .url else {
      return "there is no field “\(name)”"
    }
    guard let identifier = Identifier.recognise("\(name):\(value)") else {
      return "“\(SafeText.line(value, limit: 80))” is not an identifier of “\(name)”"
    }
    if !identifiers.contains(identifier) { identifiers.append(identifier) }
    return nil
  }

  private mutating func readPrerequisite(_ value: String) -> String? {
    let word = value.prefix { $0 != " " }
    var why = value[word.endIndex...].drop(while: \.isWhitespace)
    for dash in ["—", "–", "--", "-"] where why == dash || why.hasPrefix(dash + " ") {
      why = why.dropFirst(dash.count).drop(while: \.isWhitespace)
      break
    }
    guard let key = Self.key(String(word)) else {
      return "“after” begins with a key such as arxiv:1706.03762, "
        + "not with “\(SafeText.line(String(word), limit: 80))”"
    }
    if prerequisites.contains(where: { $0.key == key }) {
      return "the prerequisite \(key) stands here a second time"
    }
    prerequisites.append(Prerequisite(key: key, why: String(why)))
    return nil
  }

  private static func key(_ text: String) -> String? {
    if text.hasPrefix("title:") {
      let title = String(text.dropFirst("title:".count))
      return title.isEmpty ? nil : "title:\(Paper(title: title).titleKey)"
    }
    return Identifier.recognise(text)?.key
  }
}

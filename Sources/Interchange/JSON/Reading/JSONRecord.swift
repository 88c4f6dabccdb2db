import ReadingModel

/// Makes entries of JSON objects whose keys name the facts of papers.
struct JSONRecord {
  /// Keys that mean something else here than in other documents.
  let ignored: Set<String>
  /// True when all texts carry the HTML of Zotero and CSL.
  let hasMarkup: Bool
  /// The keys that were not used, each with the line of the first object that had it.
  private(set) var unused: [(key: String, line: Int)] = []

  private var names: [String: RecordName?] = [:]
  private var noted: Set<String> = []

  init(ignored: Set<String> = [], hasMarkup: Bool = false) {
    self.ignored = ignored
    self.hasMarkup = hasMarkup
  }

  /// How many names of keys are kept.
  private static let mostNames = 4_096

  /// The entry that an object describes, and the section that it names.
  mutating func entry(of members: [JSON.Member], line: Int) -> (ParsedEntry, section: String?) {
    var entry = RecordEntry()
    entry.hasMarkup = hasMarkup || members.contains { $0.key == "itemType" }
    add(members, to: &entry, line: line, depth: 0)
    let fallback = members.lazy.compactMap { member -> String? in
      if case .string(let text) = member.value, !text.isEmpty { text } else { nil }
    }
    return (entry.entry(line: line, fallback: fallback.first ?? ""), entry.section)
  }

  /// What a key says about a paper; nil when it says nothing that is known.
  mutating func name(of key: String) -> RecordName? {
    if let name = names[key] { return name }
    let name = ignored.contains(key) ? nil : RecordName.of(key)
    if names.count < Self.mostNames { names[key] = .some(name) }
    return name
  }

  private mutating func add(
    _ members: [JSON.Member], to entry: inout RecordEntry, line: Int, depth: Int
  ) {
    let best = members.compactMap { member in
      name(of: member.key).flatMap {
        $0.field == .title && member.value.text != nil ? $0.rank : nil
      }
    }.min()
    for member in members {
      guard var name = name(of: member.key) else {
        note(member.key, line)
        continue
      }
      if name.field == .title, let best, name.rank > best, let other = name.otherwise {
        name = RecordName(field: other, rank: 1)
      }
      if case .object(let inner) = member.value, depth < 4,
        name.field == .nested || RecordName.of(member.key)?.otherwise == .address
          || isAddress(name.field)
      {
        add(inner, to: &entry, line: line, depth: depth + 1)
        continue
      }
      if !add(member.value, as: name, to: &entry) { note(member.key, line) }
    }
  }

  private func isAddress(_ field: RecordField) -> Bool {
    [.address, .code, .page].contains(field)
  }

  /// Takes one value in; false when nothing of it could be used.
  private func add(_ value: JSON, as name: RecordName, to entry: inout RecordEntry) -> Bool {
    switch name.field {
    case .authors: return entry.add(authors: RecordAuthors.names(in: value), rank: name.rank)
    case .year: return entry.add(year: PublicationYear.of(value), rank: name.rank)
    case .nested, .bookkeeping: return true
    case .title:
      if case .array(let parts) = value { return entry.add(parts.first?.text ?? "", as: name) }
      return entry.add(value.text ?? "", as: name)
    default:
      var isUsed = true
      for element in value.elements {
        if isAddress(name.field), let address = element["url"] ?? element["href"] {
          let label = (element["type"] ?? element["title"] ?? element["name"])?.text ?? ""
          isUsed = entry.add(addresses: address.text ?? "", label: label) && isUsed
        } else if let text = element.text {
          isUsed = entry.add(text, as: name) && isUsed
        }
      }
      return isUsed
    }
  }

  private mutating func note(_ key: String, _ line: Int) {
    guard noted.count < 40, noted.insert(key).inserted else { return }
    unused.append((key, line))
  }
}

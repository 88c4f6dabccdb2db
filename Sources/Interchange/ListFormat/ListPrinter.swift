import ReadingModel

/// Writes a list in canonical form.
struct ListPrinter {
  /// The document so far.
  private(set) var text = ""

  /// Writes a whole list.
  mutating func print(_ list: ReadingList) {
    let values: [String: String?] = [
      "title": list.title, "slug": list.slug, "kind": list.kind.rawValue, "issued": list.issued,
      "period": list.period, "source": list.source,
    ]
    text += "---\n"
    for key in FrontMatter.keys {
      if let value = values[key] ?? nil {
        text += "\(key): \(YAMLText.scalar(SafeText.line(value)))\n"
      }
    }
    text += "---\n"
    let introduction = SafeText.block(list.introduction)
    if !introduction.isEmpty {
      text += "\n"
      for line in introduction.split(separator: "\n", omittingEmptySubsequences: false) {
        // A line that would open an entry or a section stays text with one space before it.
        let opens = line == "##" || line.hasPrefix("## ") || line.hasPrefix("- ")
        text += "\(opens ? " " : "")\(line)\n"
      }
    }
    for section in list.sections {
      if let title = section.title { text += "\n## \(SafeText.line(title))\n" }
      for entry in section.entries { print(entry) }
    }
  }

  private mutating func print(_ entry: Entry) {
    let paper = entry.paper
    let url = paper.identifiers.first { $0.scheme == .url }?.value
    let address = paper.links.first { $0.kind == .paper }?.url ?? url
    text += "\n"
    text += EntryHead.printed(
      title: SafeText.line(paper.title), address: address.map { SafeText.line($0) })
    text += "\n"
    field("name", paper.shortName)
    let authors = paper.authors.map { $0.replacing(";", with: ",") }
    field("authors", authors.isEmpty ? nil : authors.joined(separator: "; "))
    field("year", paper.year.map { String($0) })
    field("venue", paper.venue)
    field("kind", paper.kind == .paper ? nil : paper.kind.rawValue)
    for scheme in IdentifierScheme.allCases where scheme != .url {
      field(scheme.rawValue, paper.identifiers.first { $0.scheme == scheme }?.value)
    }
    printLinks(paper.links, address: address)
    field("title-status", paper.hasWorkingTitle ? "working" : nil)
    for prerequisite in entry.prerequisites {
      let why = prerequisite.why.isEmpty ? "" : " — \(prerequisite.why)"
      field("after", prerequisite.key + why)
    }
    printRemark(entry.remark)
  }

  /// Writes the code's address, and as pages what has no place of its own.
  private mutating func printLinks(_ links: [Link], address: String?) {
    let code = links.first { $0.kind == .code }
    field("code", code?.url)
    for link in links where link != code && !(link.kind == .paper && link.url == address) {
      field("page", link.url)
    }
  }

  private mutating func field(_ name: String, _ value: String?) {
    guard let value = value.map({ SafeText.line($0) }), !value.isEmpty else { return }
    text += "  - \(name): \(value)\n"
  }

  private mutating func printRemark(_ remark: String) {
    let remark = SafeText.block(remark)
    guard !remark.isEmpty else { return }
    text += "\n"
    for line in remark.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line.isEmpty ? "\n" : "  \(line)\n"
    }
  }
}

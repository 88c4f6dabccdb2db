import ReadingModel

/// A paper of an arXiv listing while its lines come in.
struct ArxivListingEntry {
  /// What happened to the paper.
  enum Event: String {
    case new = "New submissions"
    case crossListed = "Cross-lists"
    case replaced = "Replacements"
  }

  /// The line it begins on.
  let line: Int
  /// What happened to it.
  private(set) var event = Event.new
  private var identifier: Identifier?
  private var fields: [(name: String, value: String)] = []
  private var abstract: [String] = []

  /// Begins an entry with its first line: `arXiv:2401.00001 (*cross-listing*)`.
  ///
  /// - Returns: nil when the line is no such line.
  init?(_ text: String, line: Int) {
    self.line = line
    guard text.hasPrefix("arXiv:") || text.hasPrefix("Paper: ") else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard var name = words.first(where: { $0 != "Paper:" }) else { return nil }
    if name.hasPrefix("arXiv:") { name = name.dropFirst("arXiv:".count) }
    identifier = .arxiv(String(name))
    if identifier == nil { return nil }
    if text.contains("(*cross-listing*)") { event = .crossListed }
  }

  /// The title so far, for messages.
  var title: String { SafeText.line(self["title"] ?? "", limit: 120) }

  /// Takes a line of the head in.
  mutating func takeField(_ text: String) {
    if text.first?.isWhitespace == true {
      if !fields.isEmpty { fields[fields.count - 1].value += " " + text }
    } else if text.hasPrefix("replaced with revised version") {
      event = .replaced
    } else if let colon = text.firstIndex(of: ":") {
      fields.append((text[..<colon].lowercased(), String(text[text.index(after: colon)...])))
    }
  }

  /// Takes a line of the abstract in.
  mutating func takeAbstract(_ text: String) { abstract.append(text) }

  private subscript(name: String) -> String? {
    fields.first { $0.name == name || $0.name == name + "s" }?.value
  }

  /// The entry.
  ///
  /// - Parameter address: The address that the last line gives.
  func entry(address: String?) -> ParsedEntry {
    var paper = Paper(title: ArxivAnnouncement.plain(self["title"] ?? ""))
    paper.authors = PersonNames.list(
      ArxivAnnouncement.plain(self["author"] ?? ""), isList: true)
    paper.venue = self["journal-ref"].map(ArxivAnnouncement.plain)
    paper.year = identifier.flatMap(ArxivAnnouncement.year)
    paper.abstract = ArxivAnnouncement.plain(
      SafeText.line(abstract.joined(separator: " "), limit: SafeText.longestBlock))
    var found = PaperAddresses()
    if let identifier { found.add(identifier) }
    found.add(address ?? identifier.map { "https://arxiv.org/abs/\($0.value)" } ?? "")
    // Several DOIs stand behind each other; the first is the work's.
    let names = self["doi"]?.split { $0.isWhitespace || $0 == "," || $0 == ";" } ?? []
    if let name = names.first, let doi = Identifier.doi(String(name)) { found.add(doi) }
    // Authors say in their comment where the code is.
    for mention in Identifier.found(in: self["comment"] ?? "")
    where PaperAddresses.kind(of: mention.identifier.value, label: "") == .code {
      found.add(mention.text, label: "code")
    }
    found.fill(&paper)
    return ParsedEntry(line: line, paper: paper, remark: SafeText.line(self["comment"] ?? ""))
  }
}

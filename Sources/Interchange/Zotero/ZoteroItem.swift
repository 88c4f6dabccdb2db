import ReadingModel

/// One item of Zotero's RDF while its elements come in.
struct ZoteroItem {
  /// The line it begins on.
  let line: Int
  /// The name other resources have for it.
  let about: String
  /// What kind of item it is: `journalArticle`.
  var kind = ""
  var title = ""
  var shortTitle = ""
  /// The authors, or the editors where there are none.
  var authors: [String] = []
  var editors: [String] = []
  var date = ""
  var abstract = ""
  var extra = ""
  var venue = ""
  var identifiers: [String] = []
  var addresses: [String] = []
  var tags: [String] = []
  /// The resources it is part of, and those that refer to it.
  var containers: [String] = []
  var notes: [String] = []

  init(line: Int, about: String) {
    self.line = line
    self.about = about
  }

  /// True for what is no work of its own.
  var isAttachment: Bool { kind == "attachment" || kind == "note" || kind == "annotation" }

  /// The entry that the item makes.
  func entry(_ resources: ZoteroResources) -> ParsedEntry {
    var paper = Paper(title: title)
    paper.shortName = shortTitle == title ? nil : shortTitle
    paper.authors = authors.isEmpty ? editors : authors
    paper.year = year
    paper.abstract = HTMLText.markdown(abstract)
    paper.venue =
      venue.isEmpty ? containers.lazy.compactMap { resources.venues[$0] }.first : venue
    var found = PaperAddresses()
    let shared = containers.flatMap { resources.identifiers[$0] ?? [] }
    for text in identifiers + shared {
      let name = text.hasPrefix("DOI ") ? String(text.dropFirst(4)) : text
      if let identifier = Identifier.recognise(name) { found.add(identifier) }
    }
    for line in extra.split(whereSeparator: \.isNewline) {
      if let identifier = Identifier.recognise(String(line)) { found.add(identifier) }
    }
    for address in addresses { found.add(address) }
    if about.hasPrefix("http") { found.add(about) }
    found.fill(&paper)
    var remarks = notes.compactMap { resources.notes[$0] }.map { HTMLText.markdown($0) }
    if !extra.isEmpty { remarks.append(extra) }
    return ParsedEntry(
      line: line, paper: paper, remark: remarks.joined(separator: "\n\n"),
      marks: ReaderMarks(tags: tags))
  }

  /// The year in a date of any form: the first run of four digits.
  private var year: Int? {
    if let year = PublicationDate(date)?.year { return year }
    return date.split { !$0.isASCII || !$0.isNumber }.first { $0.count == 4 }.flatMap { Int($0) }
  }
}

import ReadingModel

/// Reads the listings on arXiv's own pages, such as `https://arxiv.org/list/cs.CL/new`.
///
/// Each paper is a term with the identifier and a description with title, authors and abstract.
struct ArxivListingPage {
  private enum Field {
    case title, authors, comments, journal, abstract, section, other
  }

  private struct Paper {
    var line: Int
    var identifier: Identifier?
    var texts: [Field: String] = [:]
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let receive: DocumentReceiver
  private var paper: Paper?
  private var field: (name: Field, closing: HTMLElement)?
  private var text = ""

  /// True for a page whose titles are marked as those of a listing are.
  static func isListing(_ sample: String) -> Bool {
    sample.contains("list-title") && sample.contains("arXiv")
  }

  /// Reads a page; throws what the receiver throws.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, head: ListHead, _ receive: DocumentReceiver
  ) throws {
    try withoutActuallyEscaping(receive) { receive in
      var page = ArxivListingPage(bytes: bytes, receive: receive)
      try receive(.list(head))
      try page.read()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, receive: @escaping DocumentReceiver) {
    self.bytes = bytes
    self.receive = receive
  }

  private mutating func read() throws {
    var tokenizer = HTMLTokenizer(bytes)
    var line = 1
    var counted = 0
    while true {
      let position = tokenizer.position
      guard let token = tokenizer.next() else { break }
      line += bytes[counted..<position].count { $0 == 0x0A }
      counted = position
      switch token {
      case .text(let range): if field != nil { text += HTMLText.decoded(bytes, in: range) }
      case .rawText: break
      case .start(let tag, let range):
        try start(tag, HTMLAttributes(bytes, in: range), line: line)
      case .end(let tag):
        if tag == field?.closing { try endField() }
      }
    }
    try endPaper()
  }

  private mutating func start(_ tag: HTMLElement, _ attributes: HTMLAttributes, line: Int) throws {
    switch tag {
    case .dt:
      try endPaper()
      paper = Paper(line: line)
    case .h3:
      try endPaper()
      begin(.section, until: tag)
    case .a:
      let address = RelativeAddress.resolved(attributes["href"] ?? "", base: "https://arxiv.org/")
      if paper?.identifier == nil, let found = Identifier.recognise(address), found.scheme == .arxiv
      {
        paper?.identifier = found
      }
    case .div:
      let names = attributes["class"]?.split(whereSeparator: \.isWhitespace) ?? []
      guard let name = names.first(where: { $0.hasPrefix("list-") }) else { return }
      switch name {
      case "list-title": begin(.title, until: tag)
      case "list-authors": begin(.authors, until: tag)
      case "list-comments": begin(.comments, until: tag)
      case "list-journal-ref": begin(.journal, until: tag)
      default: begin(.other, until: tag)
      }
    case .p: if paper != nil, field == nil { begin(.abstract, until: tag) }
    default: break
    }
  }

  private mutating func begin(_ name: Field, until closing: HTMLElement) {
    field = (name, closing)
    text = ""
  }

  private mutating func endField() throws {
    guard let ended = field?.name else { return }
    field = nil
    var value = SafeText.line(text, limit: SafeText.longestBlock)
    for label in ["Title:", "Authors:", "Comments:", "Journal-ref:", "Abstract:"]
    where value.hasPrefix(label) {
      value = SafeText.line(String(value.dropFirst(label.count)), limit: SafeText.longestBlock)
    }
    if ended == .section {
      // `New submissions (showing 50 of 50 entries)`
      let name = value.prefix { $0 != "(" }
      try receive(.section(SafeText.line(String(name))))
    } else if paper?.texts[ended] == nil {
      paper?.texts[ended] = value
    }
  }

  private mutating func endPaper() throws {
    field = nil
    guard let ended = paper else { return }
    paper = nil
    guard let identifier = ended.identifier else {
      let message = "a paper without an arXiv identifier was left out"
      return try receive(.warning(Diagnostic(line: ended.line, message: message)))
    }
    let texts = ended.texts.mapValues(ArxivAnnouncement.plain)
    var facts = ReadingModel.Paper(title: texts[.title] ?? "")
    facts.authors = PersonNames.list(texts[.authors] ?? "", isList: true)
    facts.year = ArxivAnnouncement.year(of: identifier)
    facts.venue = texts[.journal]
    facts.abstract = texts[.abstract]
    var found = PaperAddresses()
    found.add(identifier)
    found.add("https://arxiv.org/abs/\(identifier.value)")
    found.fill(&facts)
    let remark = ended.texts[.comments] ?? ""
    try receive(.entry(ParsedEntry(line: ended.line, paper: facts, remark: remark)))
  }
}

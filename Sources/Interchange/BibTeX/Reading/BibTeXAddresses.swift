import ReadingModel

/// The identifiers and addresses of an entry, from all the fields where people put them.
struct BibTeXAddresses {
  /// What was found.
  private(set) var collected = PaperAddresses()
  /// True when the work has an arXiv identifier.
  private(set) var hasArxiv = false

  /// Collects what stands in the fields of an entry, apart from its notes.
  init(_ fields: inout BibTeXFields) {
    addEprint(&fields)
    if let doi = fields.text(.doi, .address) {
      if let identifier = Identifier.doi(doi) { add(identifier) } else { collected.add(doi) }
    }
    for (name, label): (BibTeXFieldName, String) in [(.url, ""), (.code, "code"), (.page, "site")]
    where fields.has(name) {
      for text in fields.texts(name, .address) { add(addresses: text, label: label) }
    }
    if fields.has(.howpublished), let text = fields.text(.howpublished, .address) {
      add(note: text)
    }
    if !hasArxiv { addArxivFromNumbers(&fields) }
  }

  /// Takes the address or identifier in a note.
  ///
  /// A note may speak of other works, so an address in it counts only when the entry has none yet, or
  /// when it is that of a repository.
  ///
  /// - Returns: True when there is nothing in the note but the address.
  @discardableResult
  mutating func add(note: String) -> Bool {
    guard Self.has(UInt8(ascii: ":"), note) else { return false }
    let words = Self.words(note)
    var taken = 0
    for (index, word) in words.enumerated() where word.utf8.count > 4 {
      let start = word.prefix(6).lowercased()
      if start.hasPrefix("arxiv:") || start.hasPrefix("doi:") {
        guard index == 0, let identifier = Identifier.recognise(Self.trimmed(word)) else {
          continue
        }
        add(identifier)
        taken += 1
      } else if start.hasPrefix("http:") || start.hasPrefix("https:") {
        let address = Self.trimmed(word)
        let isCode = PaperAddresses.kind(of: address, label: "") == .code
        guard collected.isEmpty || isCode else { continue }
        add(addresses: address, label: "")
        taken += 1
      }
    }
    let isClass = words.count == 2 && words[1].hasPrefix("[") && words[1].hasSuffix("]")
    return taken > 0 && (taken == words.count || isClass)
  }

  private mutating func add(_ identifier: Identifier) {
    collected.add(identifier)
    if identifier.scheme == .arxiv { hasArxiv = true }
  }

  private mutating func add(addresses text: String, label: String) {
    // Mathematics was the way to a tilde before there was a command for it.
    let text = Self.has(UInt8(ascii: "$"), text) ? text.replacing("$~$", with: "~") : text
    for word in Self.words(text) { collected.add(String(word), label: label) }
  }

  private static func has(_ byte: UInt8, _ text: String) -> Bool {
    text.utf8.inMemory { $0.contains(byte) }
  }

  private static func words(_ text: String) -> [Substring] {
    if !has(0x20, text) { return text.isEmpty ? [] : [text[...]] }
    return text.utf8.split(separator: 0x20).map { Substring($0) }
  }

  /// The identifier at arXiv, in the fields that arXiv itself recommends
  /// (https://info.arxiv.org/help/hypertex/bibstyles/) and those of BibLaTeX and Mendeley.
  private mutating func addEprint(_ fields: inout BibTeXFields) {
    if let text = fields.text(.arxiv, .address), let identifier = Identifier.recognise(text) {
      add(identifier)
    }
    guard let eprint = fields.text(.eprint, .address) else { return }
    let archive = fields.text(.archive)?.lowercased() ?? ""
    guard archive.isEmpty || archive == "arxiv" else { return }
    if let identifier = Identifier.arxiv(eprint) ?? Identifier.recognise(eprint) {
      if identifier.scheme == .url { collected.add(eprint, label: "pdf") } else { add(identifier) }
    } else if let group = fields.text(.archiveClass),
      let identifier = Identifier.arxiv("\(group)/\(eprint)")
    {
      add(identifier)
    }
  }

  /// An arXiv identifier where others have a volume: `arXiv:1706.03762`, or DBLP's `abs/1706.03762`.
  private mutating func addArxivFromNumbers(_ fields: inout BibTeXFields) {
    for name: BibTeXFieldName in [.journal, .volume, .number, .articleNumber] {
      guard let text = fields.text(name, .address), let identifier = Self.arxiv(in: text) else {
        continue
      }
      return add(identifier)
    }
  }

  private static func arxiv(in text: String) -> Identifier? {
    let bytes = text.utf8
    guard
      let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }),
      case let before = text[..<mark].suffix(5).lowercased(), before == "arxiv" || before == "abs"
    else { return nil }
    let rest = text[mark...].dropFirst().drop { $0 == " " }
    return Identifier.arxiv(String(trimmed(rest.prefix { $0 != " " && $0 != "," })))
  }

  /// An address without the punctuation of the sentence around it.
  private static func trimmed(_ word: Substring) -> String {
    var word = word
    while let last = word.last, ".,;:>\"'”’".contains(last) || (last == ")" && !word.contains("("))
    {
      word.removeLast()
    }
    return String(word)
  }
}

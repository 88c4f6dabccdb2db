import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads Atom and RSS of every version, item by item.
///
/// The categories of a feed are not taken over: they are the feed's own order, and tags belong to the
/// reader. At a damaged place the item is left out with a warning, and reading goes on with the next.
final class FeedReader: XMLHandler {
  /// How many damaged places are stepped over in one document.
  static let mostDamages = 1_000

  private let receive: DocumentReceiver
  private var head = ListHead()
  private var introduction: FeedText?
  private var feedAuthors: [String] = []
  private var feedBase: String?
  private var hasHead = false
  private var item: (fields: FeedItem, depth: Int)?
  /// The depth of the feed's or channel's own element.
  private var feedDepth = 0
  private var field: (name: FeedField, depth: Int, text: FeedText)?
  private var path: [XMLName] = []

  /// Makes a reader that hands over to a receiver.
  init(receive: @escaping DocumentReceiver) {
    self.receive = receive
  }

  /// Reads a feed.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ source: ImportSource, _ receive: DocumentReceiver) throws {
    try withoutActuallyEscaping(receive) { receive in
      try FeedReader(receive: receive).read(source)
    }
  }

  private func read(_ source: ImportSource) throws {
    let (document, warning) = XMLText.prepared(source.bytes)
    if let warning { try receive(.warning(warning)) }
    let reader = XMLReader(reportingTo: self)
    var damage = try reader.read(document)
    var damages = 0
    while let found = damage {
      try report(found)
      damages += 1
      guard let next = nextItem(in: document, behind: found.offset) else { break }
      guard damages < Self.mostDamages else {
        let message = "the feed is damaged in \(damages) places; nothing behind this one was read"
        try receive(.warning(Diagnostic(line: found.line, message: message)))
        break
      }
      let line = document.withUnsafeBytes { bytes in
        found.line + bytes[found.offset..<next].count { $0 == 0x0A }
      }
      let depth = item.map { $0.depth - 1 } ?? feedDepth
      leaveItem()
      path.removeLast(max(0, path.count - depth))
      damage = try reader.read(document, from: next, line: line, inside: depth)
    }
    try sendHead()
  }

  private func report(_ damage: XMLDamage) throws {
    var message = "the feed is damaged here: \(damage.problem)"
    if let item {
      let title = SafeText.line(item.fields.title, limit: 120)
      let name = title.isEmpty ? "The item" : "“\(title)”"
      message += ". \(name), which begins on line \(item.fields.line), was left out"
    }
    try receive(.warning(Diagnostic(line: damage.line, message: message)))
  }

  /// Where the next item begins behind a damaged place.
  private func nextItem(in document: Data, behind offset: Int) -> Int? {
    guard feedDepth > 0 else { return nil }
    return document.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Int? in
      var index = offset + 1
      while index < bytes.count, let less = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        let rest = bytes[(less + 1)...].prefix(6)
        if rest.starts(with: "item".utf8) && !HTMLTokenizer.isLetter(rest.dropFirst(4).first ?? 0)
          || rest.starts(with: "entry".utf8)
            && !HTMLTokenizer.isLetter(rest.dropFirst(5).first ?? 0)
        {
          return less
        }
        index = less + 1
      }
      return nil
    }
  }

  private func leaveItem() {
    item = nil
    field = nil
  }

  // MARK: Elements

  func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int, line: Int) throws {
    defer { path.append(name) }
    if field != nil {
      field?.text.start(name, attributes)
      return
    }
    let base = attributes["xml:base"]
    if item == nil {
      try startOfFeed(name, attributes, base: base, depth: depth, line: line)
    } else if let base, name.local != "content", name.local != "description" {
      let outer = item?.fields.base
      item?.fields.base = RelativeAddress.resolved(base, base: outer)
    }
    takeAddress(name, attributes)
    guard let known = FeedField(name, in: path.last), depth > 1 else { return }
    if known == .permalink, item != nil {
      item?.fields.isPermalink = attributes["isPermaLink"] != "false"
    }
    field = (known, depth, FeedText(Self.form(of: name, type: attributes["type"])))
  }

  private func startOfFeed(
    _ name: XMLName, _ attributes: XMLAttributes, base: String?, depth: Int, line: Int
  ) throws {
    switch name.local {
    case "item" where name.vocabulary != .media, "entry" where name.vocabulary == .atom:
      try sendHead()
      let own = base.map { RelativeAddress.resolved($0, base: feedBase) }
      var fields = FeedItem(line: line, base: own ?? feedBase ?? head.source)
      if let about = attributes["rdf:about"] { fields.fallbackAddresses.append(about) }
      item = (fields, depth)
    case "feed", "channel", "rss", "RDF":
      feedDepth = name.local == "channel" && path.last?.local == "RDF" ? depth - 1 : depth
      if let base { feedBase = base }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { field?.text.append(bytes) }

  func end(_ name: XMLName, depth: Int) throws {
    path.removeLast()
    if let ended = field {
      if depth > ended.depth {
        field?.text.end(name)
      } else {
        field = nil
        if item == nil { takeOfFeed(ended.name, ended.text) } else { take(ended.name, ended.text) }
      }
    }
    if let ended = item, depth == ended.depth {
      item = nil
      let entry = ended.fields.entry(feedAuthors: feedAuthors)
      let address = entry.paper.links.first?.url ?? ""
      if Self.errorPages.contains(where: address.hasPrefix) {
        let message = "arXiv answered with an error: \(entry.remark)"
        try receive(.warning(Diagnostic(line: entry.line, message: message)))
      }
      try receive(.entry(entry))
    }
  }

  /// Where arXiv's API explains what it did not understand.
  private static let errorPages = ["http://arxiv.org/api/errors", "https://arxiv.org/api/errors"]

  /// RSS means HTML; Atom says what it means, and without a word means text (RFC 4287, section 3.1).
  private static func form(of name: XMLName, type: String?) -> FeedText.Form {
    switch name.vocabulary {
    case .atom, .media:
      switch type?.lowercased() {
      case "html", "text/html": .html
      case "xhtml", "application/xhtml+xml": .markup
      default: .plain
      }
    default: .html
    }
  }

  // MARK: What elements say

  /// Takes an address that stands in attributes.
  private func takeAddress(_ name: XMLName, _ attributes: XMLAttributes) {
    switch (name.vocabulary, name.local) {
    case (.atom, "link"):
      guard let address = attributes["href"] else { return }
      let relation = attributes["rel"] ?? "alternate"
      if item == nil {
        if relation == "alternate", head.source == nil { head.source = SafeText.line(address) }
      } else if relation == "alternate" {
        let isPage = attributes["type"].map { $0.contains("html") } ?? true
        if isPage {
          item?.fields.addresses.append((address, ""))
        } else {
          item?.fields.otherAddresses.append((address, ""))
        }
      } else if relation == "related" || relation == "via" {
        item?.fields.otherAddresses.append((address, attributes["title"] ?? "page"))
      } else if relation == "enclosure", attributes["type"] == "application/pdf" {
        item?.fields.otherAddresses.append((address, "pdf"))
      }
    case (.none, "enclosure"):
      if attributes["type"] == "application/pdf", let address = attributes["url"] {
        item?.fields.otherAddresses.append((address, "pdf"))
      }
    case (.media, "player"):
      if let address = attributes["url"] { item?.fields.fallbackAddresses.append(address) }
    default: break
    }
  }

  private func takeOfFeed(_ field: FeedField, _ text: FeedText) {
    let parent = path.last?.local
    // The image and the search box of a channel have titles of their own.
    let isOfFeed = parent == "channel" || parent == "feed"
    switch field {
    case .title where isOfFeed && head.title == nil: head.title = SafeText.line(text.line)
    case .summary where isOfFeed && introduction == nil: introduction = text
    case .address where isOfFeed && head.source == nil: head.source = SafeText.line(text.raw)
    case .authorName, .authors: takeAuthor(text, into: &feedAuthors)
    case .published where isOfFeed, .updated where isOfFeed:
      if head.issued == nil { head.issued = PublicationDate(text.raw)?.day }
    default: break
    }
  }

  private func take(_ field: FeedField, _ text: FeedText) {
    guard var fields = item?.fields else { return }
    let isInSource = path.contains { $0.local == "source" }
    switch field {
    case .authorName, .authors:
      if isInSource {
        takeAuthor(text, into: &fields.sourceAuthors)
      } else {
        takeAuthor(text, into: &fields.authors)
      }
    default: if isInSource { return }
    }
    switch field {
    case .authorName, .authors: break
    case .title: if fields.title.isEmpty { fields.title = text.line }
    case .fallbackTitle: fields.fallbackTitle = text.line
    case .address: if !text.raw.isEmpty { fields.addresses.append((text.raw, "")) }
    case .permalink: fields.permalink = text.raw
    case .summary: fields.summary = text
    case .content: fields.content = text
    case .fallbackContent: if fields.summary == nil { fields.summary = text }
    case .published: fields.published = PublicationDate(text.raw) ?? fields.published
    case .updated: fields.published = fields.published ?? PublicationDate(text.raw)
    case .identifier: fields.identifiers.append(text.raw)
    case .venue: fields.venue = text.line
    case .comment: fields.comment = text.line
    }
    item?.fields = fields
  }

  private func takeAuthor(_ text: FeedText, into authors: inout [String]) {
    let name = PersonNames.name(in: text.line)
    if !name.isEmpty { authors.append(name) }
  }

  private func sendHead() throws {
    guard !hasHead, feedDepth > 0 else { return }
    hasHead = true
    head.introduction = SafeText.block(introduction?.markdown(base: feedBase) ?? "")
    try receive(.list(head))
  }
}

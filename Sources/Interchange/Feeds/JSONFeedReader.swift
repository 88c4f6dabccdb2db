import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads JSON Feed, versions 1 and 1.1, item by item.
///
/// See https://www.jsonfeed.org/version/1.1/.
struct JSONFeedReader {
  private struct Author: Decodable {
    var name: String?
  }

  private struct Feed: Decodable {
    var title: String?
    var homePageUrl: String?
    var description: String?
    var author: Author?
    var authors: [Author]?
  }

  private struct Attachment: Decodable {
    var url: String?
    var mimeType: String?
  }

  private struct Item: Decodable {
    var id: JSONFeedIdentifier?
    var url: String?
    var externalUrl: String?
    var title: String?
    var contentHtml: String?
    var contentText: String?
    var summary: String?
    var datePublished: String?
    var dateModified: String?
    var author: Author?
    var authors: [Author]?
    var attachments: [Attachment]?
  }

  /// Reads a feed.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ source: ImportSource, _ receive: DocumentReceiver) throws {
    let parts = JSONFeedParts(source.bytes)
    let feed = decoded(Feed.self, parts.feed)
    let authors = names(feed?.authors, feed?.author)
    try receive(
      .list(
        ListHead(
          title: feed?.title, source: feed?.homePageUrl, introduction: feed?.description ?? "")))
    for part in parts.items {
      guard let item = decoded(Item.self, source.bytes[part.range]) else {
        let message = "an item of the feed is not as JSON Feed has it, and was left out"
        try receive(.warning(Diagnostic(line: part.line, message: message)))
        continue
      }
      let base = feed?.homePageUrl
      try receive(.entry(fields(item, line: part.line, base: base).entry(feedAuthors: authors)))
    }
    if let line = parts.damage {
      let message = "the feed is damaged or ends here; what begins on this line was left out"
      try receive(.warning(Diagnostic(line: line, message: message)))
    }
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, _ data: Data) -> Value? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try? decoder.decode(type, from: data)
  }

  private static func names(_ authors: [Author]?, _ author: Author?) -> [String] {
    (authors ?? author.map { [$0] } ?? []).compactMap(\.name).filter { !$0.isEmpty }
  }

  private static func fields(_ item: Item, line: Int, base: String?) -> FeedItem {
    var fields = FeedItem(line: line, base: base)
    fields.title = item.title ?? ""
    // An external address is what the item is about.
    fields.addresses = [item.externalUrl, item.url].compactMap { $0 }.map { ($0, "") }
    fields.permalink = item.id?.text ?? ""
    for attachment in item.attachments ?? [] where attachment.mimeType == "application/pdf" {
      fields.otherAddresses.append((attachment.url ?? "", "pdf"))
    }
    fields.authors = names(item.authors, item.author)
    fields.published =
      (item.datePublished ?? item.dateModified).flatMap { PublicationDate($0) }
    fields.summary = item.summary.map { FeedText(.plain, $0) }
    fields.content =
      item.contentHtml.map { FeedText(.html, $0) }
      ?? item.contentText.map { FeedText(.plain, $0) }
    return fields
  }
}

/// The identifier of an item: a string, though some feeds have a number.
struct JSONFeedIdentifier: Decodable {
  /// The identifier as text.
  let text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.text = text
    } else {
      text = String(try value.decode(Int.self))
    }
  }
}

/// What the head of a page says about it.
struct HTMLHead {
  /// The title of the page.
  private(set) var title: String?
  /// The day it was published, ISO 8601.
  private(set) var issued: String?
  /// The address it was published at.
  private(set) var address: String?
  /// The address that others on it are relative to.
  private(set) var base: String?

  /// Takes the text of a title; the first one counts.
  mutating func takeTitle(_ text: String) {
    if title == nil, text.contains(where: { !$0.isWhitespace }) { title = text }
  }

  /// Takes what a `base`, `link` or `meta` says.
  mutating func take(_ tag: HTMLElement, _ attributes: HTMLAttributes) {
    switch tag {
    case .base: if base == nil { base = attributes["href"] }
    case .link:
      if attributes["rel"]?.lowercased() == "canonical", let href = attributes["href"] {
        address = href
        if base == nil { base = href }
      }
    default:
      let name = (attributes["property"] ?? attributes["name"] ?? "").lowercased()
      guard Self.dates.contains(name), issued == nil, let content = attributes["content"] else {
        return
      }
      issued = PublicationDate(content)?.day
    }
  }

  private static let dates: Set<String> = [
    "article:published_time", "date", "dc.date", "dcterms.date", "citation_date", "pubdate",
  ]
}

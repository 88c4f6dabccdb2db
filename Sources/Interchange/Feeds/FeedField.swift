/// What an element of a feed says, whatever its vocabulary calls it.
enum FeedField {
  case title, fallbackTitle
  case address, permalink
  case summary, content, fallbackContent
  case authorName, authors
  case published, updated
  case identifier, venue, comment

  /// What an element that holds text says; nil when it says nothing about a paper.
  ///
  /// - Parameters:
  ///   - name: The element.
  ///   - parent: The element it stands in.
  init?(_ name: XMLName, in parent: XMLName?) {
    switch (name.vocabulary, name.local) {
    case (.atom, "title"), (.rss, "title"), (.none, "title"), (.dublinCore, "title"):
      self = .title
    case (.media, "title"): self = .fallbackTitle
    case (.rss, "link"), (.none, "link"), (.feedburner, "origLink"): self = .address
    case (.atom, "id"), (.none, "guid"), (.rss, "guid"): self = .permalink
    case (.atom, "summary"), (.none, "description"), (.rss, "description"),
      (.dublinCore, "description"), (.atom, "subtitle"), (.atom, "tagline"):
      self = .summary
    case (.atom, "content"), (.content, "encoded"): self = .content
    case (.media, "description"): self = .fallbackContent
    case (.atom, "name") where parent?.local == "author" || parent?.local == "contributor":
      self = .authorName
    case (.none, "author"), (.rss, "author"), (.dublinCore, "creator"): self = .authors
    case (.atom, "published"), (.atom, "issued"), (.none, "pubDate"), (.rss, "pubDate"),
      (.dublinCore, "date"), (.prism, "publicationDate"):
      self = .published
    case (.atom, "updated"), (.atom, "modified"), (.none, "lastBuildDate"): self = .updated
    case (.arxiv, "doi"), (.arxiv, "DOI"), (.prism, "doi"), (.dublinCore, "identifier"):
      self = .identifier
    case (.arxiv, "journal_ref"), (.arxiv, "journal_reference"), (.prism, "publicationName"):
      self = .venue
    case (.arxiv, "comment"): self = .comment
    default: return nil
    }
  }
}

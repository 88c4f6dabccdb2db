/// What the classes of a page say about its parts.
enum HTMLCards {
  private static let papers: Set<String> = [
    "paper", "papers", "publication", "publications", "preprint", "preprints",
  ]
  private static let cards: Set<String> = [
    "card", "item", "entry", "box", "block", "row", "wrapper",
  ]

  /// True when a page marks its papers by a class, at least two of them.
  static func areMarked(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var tokenizer = HTMLTokenizer(bytes)
    var count = 0
    while let token = tokenizer.next() {
      guard case .start(let tag, let range) = token, tag.isBlock, range.count > 8 else { continue }
      if isPaper(tag, HTMLAttributes(bytes, in: range)) { count += 1 }
      if count == 2 { return true }
    }
    return false
  }

  /// True for a block whose class is `paper`, `research-paper`, `paper-card` and the like; one such as
  /// `paper-title` is only a part of it.
  static func isPaper(_ tag: HTMLElement, _ attributes: HTMLAttributes) -> Bool {
    guard tag.isBlock, let names = attributes["class"]?.lowercased() else { return false }
    return names.split(whereSeparator: \.isWhitespace).contains { name in
      let words = name.split { $0 == "-" || $0 == "_" }
      guard let last = words.last else { return false }
      return papers.contains(String(last))
        || (cards.contains(String(last)) && words.contains { papers.contains(String($0)) })
    }
  }

  private static let furniture: Set<String> = [
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "footer",
    "contentinfo", "cookie", "cookies", "consent", "share", "sharing", "social", "subscribe",
    "subscription", "unsubscribe", "advert", "advertisement", "sponsor", "sponsored", "sponsors",
    "promo", "preheader",
  ]
  private static let content: Set<String> = [
    "content", "main", "wrap", "wrapper", "container", "with", "has", "no", "layout", "page",
    "body",
    "article", "list", "entry", "item",
  ]

  /// True for a block whose class, name or role says that it stands around the content.
  static func isFurniture(_ tag: HTMLElement, _ attributes: HTMLAttributes) -> Bool {
    switch tag {
    case .div, .section, .td, .tr, .table, .ul, .ol, .p, .header, .form:
      let words = attributes.words
      return !words.isDisjoint(with: furniture) && words.isDisjoint(with: content)
    default: return false
    }
  }
}

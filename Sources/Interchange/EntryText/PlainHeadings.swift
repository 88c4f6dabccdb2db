import ReadingModel

/// Headings of plain text, by their words.
enum PlainHeadings {
  /// True for a heading over something that is no list of works: contents, licence, news.
  static func isLeftOut(_ title: String) -> Bool {
    let words = TextWords.of(SafeText.folded(title), limit: 9).filter {
      $0.utf8.first.map { 0x61...0x7A ~= $0 } ?? false
    }
    guard !words.isEmpty, words.count <= 8 else { return false }
    return leftOut.contains(words.joined(separator: " "))
      || (words.count <= 5 && leftOutFirst.contains(words[0])) || isContents(title)
  }

  /// True for a heading over a table of contents.
  static func isContents(_ title: String) -> Bool {
    let words = TextWords.of(title, limit: 8)
    return contents.contains(words.joined(separator: " "))
  }

  private static let contents: Set<String> = [
    "contents", "table of contents", "table of content", "content", "toc", "outline", "index",
    "in this issue", "in this edition", "in this week's issue", "in this post", "in this article",
    "what's inside", "inside this issue", "overview of contents", "today's papers at a glance",
    "at a glance", "quick links", "quick navigation", "navigation", "catalogue of contents",
  ]

  private static let leftOut: Set<String> = [
    "how to contribute", "want to contribute", "other lists", "related lists", "related list",
    "related awesome lists", "other awesome lists", "awesome lists", "similar lists",
    "related repositories", "related repos", "related repository", "star history", "stargazers",
    "star growth", "code of conduct", "latest news", "what's new", "recent updates",
    "recent news", "to do", "todo", "special thanks", "thanks", "how to cite", "cite us",
    "bibtex", "stay in touch", "get in touch", "about the author", "about me", "about us",
    "support us", "our sponsors", "join us", "maintained by", "key", "legend", "update log",
    "change log", "changelog", "feedback", "faq", "wrapping up", "wrap up", "conclusion",
    "conclusions", "closing", "closing words", "closing thoughts", "closing remarks",
    "final thoughts", "final words", "final remarks", "that's all", "that's it",
    "that's all for this week", "that's it for this week", "that's all folks", "until next time",
    "until next week", "see you next week", "see you next time", "before you go", "goodbye",
  ]

  private static let leftOutFirst: Set<String> = [
    "contributing", "contribution", "contributions", "contribute", "contributors", "contributor",
    "license", "licence", "licensing", "acknowledgement", "acknowledgements", "acknowledgment",
    "acknowledgments", "acknowledge", "credits", "credit", "news", "updates", "update", "citation",
    "citing", "contact", "contacts", "sponsors", "sponsor", "disclaimer", "maintainers",
    "maintainer", "star", "changelog",
  ]

  /// True for a few words in capitals, as headings are written.
  static func isInCapitals(_ text: String) -> Bool {
    let text = TitleMarks.withoutBullet(text)
    guard text.utf8.count <= 70, let last = text.unicodeScalars.last,
      !".,;!?-–。，；！？".unicodeScalars.contains(last)
    else { return false }
    let words = text.split(separator: " ").filter { $0.utf8.count > 3 }
    guard !words.isEmpty, text.split(separator: " ").count <= 8 else { return false }
    let capitals = words.count { $0.unicodeScalars.first?.properties.isLowercase == false }
    return capitals * 4 >= words.count * 3
  }
}

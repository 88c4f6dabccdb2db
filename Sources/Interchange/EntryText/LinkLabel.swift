import ReadingModel

/// What the words on a link say: what stands behind it, or the title of a work.
enum LinkLabel: Equatable {
  /// The work itself: “pdf”, “arXiv”.
  case work
  /// Something that belongs to a work: “code”, “project page”.
  case companion
  /// A page that may belong to nothing: “web”, “video”.
  case page
  /// The title of a work, or a name.
  case title

  /// Judges the words of a link.
  ///
  /// - Parameter text: The text of the link without its brackets.
  init(_ text: String) {
    guard text.utf8.count <= 60 else {
      self = .title
      return
    }
    let trimmed = text.trimmed
    if trimmed.hasPrefix("@") || trimmed.hasPrefix("http") || Self.isAddress(trimmed) {
      self = .work
      return
    }
    let words = TextWords.of(SafeText.folded(trimmed)).filter { !Self.fillers.contains($0) }
    if words.isEmpty
      || words.allSatisfy({
        $0.utf8.first.map { $0 >= 0x80 || $0 < 0x3A } ?? true && !Self.chinese.contains($0)
      })
    {
      // Emoji, numbers, or nothing but “the”, “here” and “link”.
      self =
        trimmed.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value >= 0x80 }
        ? .title : .work
      return
    }
    guard words.count <= 3 else {
      self = .title
      return
    }
    if words.allSatisfy({ Self.works.contains($0) || Self.chineseWorks.contains($0) }) {
      self = .work
    } else if words.allSatisfy({
      Self.companions.contains($0) || Self.works.contains($0) || Self.chinese.contains($0)
    }) {
      self = .companion
    } else if words.allSatisfy({
      Self.pages.contains($0) || Self.companions.contains($0) || Self.works.contains($0)
    }) {
      self = .page
    } else {
      self = .title
    }
  }

  /// True for text that is an address or identifier: every one of them has a digit or a slash.
  static func isAddress(_ text: String) -> Bool {
    text.utf8.contains { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "/") }
      && !text.utf8.contains(0x20) && Identifier.recognise(text) != nil
  }

  /// True when a text in brackets names links and nothing else: “paper/code”, “pdf | demo”.
  static func areLabels(_ text: String) -> Bool {
    guard text.utf8.count <= 80 else { return false }
    if isReadingTime(text) { return true }
    let parts = text.split(whereSeparator: { "/,|;&+·、／，".contains($0) })
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let words = TextWords.of(part)
        return !words.isEmpty && words.count <= 3
          && words.allSatisfy {
            works.contains($0) || companions.contains($0) || pages.contains($0)
              || chinese.contains($0) || $0 == "link" || $0 == "links" || $0 == "and"
          }
      }
  }

  /// True for the time that a newsletter says a text takes: “12 minute read”.
  private static func isReadingTime(_ text: String) -> Bool {
    let words = TextWords.of(text, limit: 4)
    return words.count == 3 && Int(words[0]) != nil
      && ["minute", "min", "minutes"].contains(words[1])
      && words[2] == "read"
  }

  /// The words of Chinese lists, which are written in one, by what they lead to.
  private static let chinese = chineseWorks.union(chineseCompanions)
  private static let chineseWorks: Set<String> = [
    "论文", "论文链接", "论文地址", "原文", "原文链接", "文章", "文章链接", "链接", "地址", "下载",
  ]
  private static let chineseCompanions: Set<String> = [
    "代码", "代码链接", "代码地址", "源码", "项目", "项目链接", "项目地址", "项目主页", "主页", "开源",
    "数据", "数据集", "模型", "演示", "视频", "解读", "博客",
  ]

  private static let fillers: Set<String> = [
    "link", "links", "here", "the", "this", "official", "unofficial", "full", "text", "read",
    "view",
    "version", "and", "our", "original", "on", "at",
  ]

  private static let works: Set<String> = [
    "paper", "papers", "pdf", "pdfs", "arxiv", "abs", "abstract", "html", "preprint", "article",
    "publication", "doi", "openreview", "acl", "anthology", "report", "ps", "epub", "alphaxiv",
    "journal", "pmlr", "ieee", "acm", "springer", "neurips", "nips", "icml", "iclr", "cvpr",
    "iccv", "eccv", "emnlp", "naacl", "aaai", "ijcai", "biorxiv", "conference", "proceedings",
    "tech", "technical", "nature", "science", "jmlr", "semanticscholar", "scholar",
  ]

  private static let companions: Set<String> = [
    "code", "github", "gitlab", "git", "repo", "repository", "source", "implementation", "pytorch",
    "tensorflow", "tf", "jax", "keras", "torch", "caffe", "project", "demo", "dataset", "datasets",
    "data", "model", "models", "weights", "checkpoint", "checkpoints", "huggingface", "hf", "bib",
    "bibtex", "cite", "slides", "poster", "supp", "supplementary", "appendix", "review", "reviews",
    "colab", "notebook", "benchmark", "leaderboard", "summary", "note", "notes", "tweet", "twitter",
    "x", "thread", "discussion", "stars", "star", "license", "badge", "space", "spaces", "api",
    "docs", "documentation", "release", "collection", "tldr", "annotated", "explained", "material",
    "author", "authors", "author's", "analysis", "announcement", "replicate", "eval", "evaluation",
  ]

  private static let pages: Set<String> = [
    "web", "website", "site", "page", "homepage", "home", "webpage", "video", "videos", "youtube",
    "blog", "post", "blogpost", "course", "lecture", "lectures", "talk", "podcast", "news", "book",
    "wiki", "tutorial", "medium", "presentation", "chat", "discord", "slack", "forum", "reddit",
  ]
}

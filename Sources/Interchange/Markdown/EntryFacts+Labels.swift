/// The words that head lines about a work.
extension EntryFacts {
  /// The labels that `take` knows, and those of tags.
  static let labels: Set<String> = [
    "author", "authors", "by", "作者", "year", "date", "published", "publication date", "released",
    "时间", "日期", "年份", "venue", "conference", "journal", "published in", "publisher", "会议", "期刊",
    "tags", "keywords",
  ]

  /// True for what heads a line about a work rather than being one: “Year”, “Summary”.
  static func isLabel(_ text: String) -> Bool {
    let text = text.lowercased()
    return labels.contains(text) || remarks.contains(text)
  }

  private static let remarks: Set<String> = [
    "abstract", "contribution", "contributions", "description", "idea", "key idea", "main idea",
    "method", "notes", "problem", "results", "summary", "takeaways", "tl;dr", "tldr", "why", "简介",
    "摘要",
  ]
}

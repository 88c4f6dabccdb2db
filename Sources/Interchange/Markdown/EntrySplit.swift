import ReadingModel

/// Several works on one line.
enum EntrySplit {
  /// The entries of a line that holds several titles and nothing but them and their facts.
  ///
  /// - Returns: Fewer than two when the line speaks of one work.
  static func entries(in block: MarkdownBlock) -> [FoundEntry] {
    let starts = titleStarts(in: block.runs)
    guard starts.count > 1 else { return [] }
    var entries: [FoundEntry] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : block.runs.count
      let first = index == 0 ? 0 : start
      let line = EntryLine(Array(block.runs[first..<end]))
      // A remark between two titles makes a sentence of them.
      let words = line.facts.remark.split(separator: " ").filter { !joining.contains(String($0)) }
      guard line.hasPaperLink, words.isEmpty || index + 1 == starts.count else { return [] }
      var entry = FoundEntry(line, at: block)
      if index + 1 < starts.count { entry.facts.remark = "" }
      entries.append(entry)
    }
    return entries
  }

  private static let joining: Set<String> = ["and", "&", "+", "/", "or"]

  /// Where links begin that have titles on them and lead to different works.
  private static func titleStarts(in runs: [MarkdownRun]) -> [Int] {
    var starts: [Int] = []
    var works: Set<Identifier> = []
    for (index, run) in runs.enumerated() {
      guard let link = run.link, !run.isImage, index == 0 || runs[index - 1].link != link,
        LinkLabel(run.text) == .title, TextWords.count(run.text) >= 3,
        WorkAddress.isOfWork(link), let work = Identifier.recognise(link),
        works.insert(work).inserted
      else { continue }
      starts.append(index)
      if starts.count > 50 { return [] }
    }
    return starts
  }
}

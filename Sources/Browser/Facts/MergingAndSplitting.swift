import ReadingModel
import Terminal

extension BrowserModel {
  /// Makes one paper of the two that are selected, after a question, or asks which other paper the
  /// one under the cursor is.
  mutating func openMerge() -> [Effect] {
    let pair = papers.selected.sorted()
    guard pair.count == 2 else {
      openPaperPrompt(.same)
      return []
    }
    return [.loadPair(pair[0], pair[1])]
  }

  /// Asks whether two papers are one; the one that the library had first is kept.
  mutating func confirmMerge(_ other: PaperDetail, into kept: PaperDetail) {
    var names = [other, kept].map { "“\($0.paper.shortName ?? $0.paper.title)”" }
    if names[0] == names[1] { names = zip(names, [other, kept]).map { "\($0) (\($1.key))" } }
    layers.append(
      .confirmation(
        Confirmation(
          question: "Merge \(names[0]) into \(names[1])?",
          change: .merge(other.id, into: kept.id))))
  }

  /// Asks which identifier of the paper under the cursor is another paper.
  mutating func openSplit() {
    guard let detail = currentDetail else { return }
    layers.append(
      .identifiers(
        Chooser(
          title: "“\(detail.paper.shortName ?? detail.paper.title)” is not …",
          choices: detail.paper.identifiers.map { ($0.key, $0) })))
  }

  /// Makes a paper of its own of the identifier chosen.
  mutating func take(_ chooser: Chooser<Identifier>, at index: Int) -> [Effect] {
    guard chooser.choices.indices.contains(index), let paper = currentRow?.paper else { return [] }
    layers.removeLast()
    let identifier = chooser.choices[index].value
    return [.perform(.split(paper, [identifier], title: nil, lists: []), .papers)]
  }
}

import ReadingModel

extension BrowserModel {
  /// Takes away the one prerequisite of the paper under the cursor, or asks which.
  mutating func choosePrerequisite() -> [Effect] {
    guard let detail = currentDetail else { return [] }
    let required = detail.prerequisites
    if required.count == 1 {
      return [.perform(.removePrerequisite(detail.id, required: required[0].paper), .papers)]
    }
    layers.append(
      .prerequisites(
        Chooser(
          title: "“\(detail.paper.shortName ?? detail.paper.title)” no longer builds on …",
          choices: required.map { ($0.name, $0.paper) })))
    return []
  }

  /// Takes the prerequisite chosen away.
  mutating func take(_ chooser: Chooser<PaperID>, at index: Int) -> [Effect] {
    guard chooser.choices.indices.contains(index), let paper = currentRow?.paper else { return [] }
    layers.removeLast()
    return [.perform(.removePrerequisite(paper, required: chooser.choices[index].value), .papers)]
  }
}

public import ReadingModel
public import ReadingStore

extension Actions {
  /// Brings everything of another library into this one, as one step; a backup is made before.
  ///
  /// - Parameters:
  ///   - other: the library to take from, which is only read.
  ///   - name: what the sentence calls it.
  /// - Returns: The outcome, what came, and the sentence to warn with when no backup could be made.
  public func merge(
    _ other: Library, named name: String
  ) throws -> (outcome: Outcome, summary: MergeSummary, warning: String?) {
    let moment = now()
    let warning = library.warningAfterBackUp(reason: .merge, at: moment)
    var sentence: String?
    let title = SafeText.line(name)
    let summary = try library.merge(other, at: moment) { summary in
      guard !summary.words.isEmpty else { return nil }
      sentence = "Merged \(title): \(summary.words)"
      return sentence
    }
    let outcome = Outcome(
      sentence: sentence ?? "Everything of \(title) is here already", changed: sentence != nil)
    return (outcome, summary, warning)
  }

  /// What merging another library would bring; nothing is changed.
  public func mergePreview(of other: Library) throws -> MergeSummary {
    try library.merge(other, at: now()) { _ in nil }
  }
}

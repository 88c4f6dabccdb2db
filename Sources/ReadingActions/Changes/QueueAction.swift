import ReadingModel
import ReadingStore

extension Actions {
  /// Moves a queued paper to a place in the queue, counted from 1; beyond the end means the end.
  func moveInQueue(_ paper: PaperID, to position: Int) throws -> Outcome {
    var title = ""
    var place = position
    return try step(
      papers: [], unchanged: "\(Sentences.quoted(title)) is number \(place) in the queue already"
    ) { editor, _ in
      title = try editor.title(of: paper)
      let queue = try editor.queue()
      guard let present = queue.firstIndex(of: paper) else {
        throw ActionError.refused(
          "\(Sentences.quoted(title)) is not in the queue; `lectern queue add` puts it there")
      }
      place = min(max(1, position), queue.count)
      guard present + 1 != place else { return nil }
      try editor.moveInQueue(paper, to: place)
      return "Moved \(Sentences.quoted(title)) to number \(place) of \(queue.count) in the queue"
    }
  }
}

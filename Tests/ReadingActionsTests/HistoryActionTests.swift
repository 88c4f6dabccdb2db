import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Undo and redo")
struct HistoryActionTests {
  @Test("Steps are taken back newest first and done again oldest first")
  func roundTrip() throws {
    let desk = try Desk()
    _ = try desk.mark("BERT", .read)
    _ = try desk.mark("GPT-3", .skipped)
    #expect(
      try desk.say(.undo(1))
        == "Undone: Marked “Language Models are Few-Shot Learners” as skipped")
    #expect(try desk.say(.undo(1)) == "Undone: Marked “BERT” as read")
    #expect(
      try desk.actions.perform(.undo(1))
        == Outcome(sentence: "There is nothing to undo", changed: false))
    #expect(try desk.say(.redo(2)).hasPrefix("Redone 2 steps, the last: Marked “Language"))
    #expect(try desk.detail("BERT").progress.status == .read)
    #expect(try desk.detail("GPT-3").progress.status == .skipped)
  }

  @Test("The history says what was done and what was taken back")
  func history() throws {
    let desk = try Desk()
    _ = try desk.mark("BERT", .read)
    _ = try desk.say(.undo(1))
    let steps = try desk.library.history(limit: nil)
    #expect(steps.map(\.label) == ["Marked “BERT” as read"])
    #expect(steps.map(\.state) == [.undone])
    #expect(steps[0].revisited != nil)
    _ = try desk.mark("GPT-3", .read)
    #expect(try desk.library.history(limit: nil).map(\.state) == [.done, .dropped])
    #expect(try desk.actions.perform(.redo(1)).sentence == "There is nothing to redo")
  }
}

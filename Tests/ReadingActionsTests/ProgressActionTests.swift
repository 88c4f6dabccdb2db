import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Marking")
struct ProgressActionTests {
  @Test("A mark is told in one sentence with the title's head", arguments: Status.allCases)
  func sentence(status: Status) throws {
    let desk = try Desk()
    let sentence = try desk.mark("1810.04805", status)
    #expect(
      sentence
        == (status == .unread
          ? "“BERT” is unread already" : "Marked “BERT” as \(status.rawValue)"))
    #expect(try desk.detail("1810.04805").progress.status == status)
  }

  @Test("Status, pass and rating of one request are one step")
  func oneStep() throws {
    let desk = try Desk()
    let change = ProgressChange(status: .read, pass: 2, rating: .set(4))
    #expect(
      try desk.say(.progress([desk.paper("BERT")], change))
        == "Marked “BERT” as read, pass 2, rated 4 of 5")
    #expect(try desk.detail("BERT").progress == Progress(status: .read, pass: 2, rating: 4))
    #expect(try desk.library.history(limit: nil).count == 1)
    _ = try desk.say(.undo(1))
    #expect(try desk.detail("BERT").progress == Progress())
  }

  @Test("Many papers are one step that says how many already were")
  func bulk() throws {
    let desk = try Desk()
    _ = try desk.mark("BERT", .read)
    let papers = try ["1706.03762", "BERT", "GPT-3"].map(desk.paper)
    #expect(
      try desk.say(.progress(papers, ProgressChange(status: .read)))
        == "Marked 2 papers as read (1 already was)")
    #expect(try desk.library.history(limit: nil).count == 2)
    _ = try desk.say(.undo(1))
    #expect(try desk.detail("BERT").progress.status == .read)
    #expect(try desk.detail("GPT-3").progress.status == .unread)
  }

  @Test("A rating can be given and taken away")
  func rating() throws {
    let desk = try Desk()
    let bert = try desk.paper("BERT")
    #expect(
      try desk.say(.progress([bert], ProgressChange(rating: .set(3)))) == "Rated “BERT” 3 of 5")
    #expect(
      try desk.say(.progress([bert], ProgressChange(rating: ProgressChange.Rating.none)))
        == "Took the rating of “BERT” away")
    #expect(try desk.detail("BERT").progress.rating == nil)
  }

  @Test("A pass or rating out of range is refused and nothing changes", arguments: [-1, 6, 99])
  func outOfRange(number: Int) throws {
    let desk = try Desk()
    let bert = try desk.paper("BERT")
    #expect(throws: ActionError.self) {
      try desk.say(.progress([bert], ProgressChange(status: .read, rating: .set(number))))
    }
    #expect(throws: ActionError.self) {
      try desk.say(.progress([bert], ProgressChange(status: .read, pass: number)))
    }
    #expect(try desk.detail("BERT").progress == Progress())
    #expect(try desk.library.history(limit: nil).isEmpty)
  }
}

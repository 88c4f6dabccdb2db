import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Tags, queue, notes and prerequisites")
struct ChangeSentenceTests {
  @Test("Tags are added and taken away in one step")
  func tags() throws {
    let desk = try Desk()
    let bert = try desk.paper("BERT")
    #expect(
      try desk.say(.tag([bert], add: ["encoder", "NLP"], remove: []))
        == "Tagged “BERT” #encoder and #nlp")
    #expect(
      try desk.say(.tag([bert], add: ["old"], remove: ["nlp"]))
        == "Tagged “BERT” #old and took #nlp off it")
    #expect(try desk.detail("BERT").tags == ["encoder", "old"])
    #expect(try desk.actions.perform(.tag([bert], add: ["old"], remove: [])).changed == false)
    #expect(throws: ActionError.self) {
      try desk.say(.tag([bert], add: ["two words"], remove: []))
    }
  }

  @Test("The queue keeps its own order and loses what is marked otherwise")
  func queue() throws {
    let desk = try Desk()
    for words in ["GPT-3", "BERT", "InstructGPT"] { _ = try desk.mark(words, .queued) }
    #expect(
      try desk.say(.moveInQueue(desk.paper("InstructGPT"), to: 1))
        == "Moved “Training language models to follow instructions” to number 1 of 3 in the queue")
    _ = try desk.mark("GPT-3", .read)
    let queue = try desk.library.listed(.queue, limit: nil)
    #expect(queue.map(\.paper.shortName) == ["InstructGPT", "BERT"])
    #expect(queue.map(\.position) == [1, 2])
    #expect(throws: ActionError.self) {
      try desk.say(.moveInQueue(desk.paper("GPT-3"), to: 1))
    }
  }

  @Test("Every version of a note is kept, an unchanged one makes no step")
  func notes() throws {
    let desk = try Desk()
    let bert = try desk.paper("BERT")
    #expect(
      try desk.say(.saveNote(bert, note: nil, body: "masked words\n")) == "Saved a note on “BERT”")
    let note = try #require(try desk.detail("BERT").notes.first)
    #expect(
      try desk.say(.saveNote(bert, note: note.id, body: "masked words, both sides"))
        == "Saved the note on “BERT” anew")
    let again = try desk.actions.perform(
      .saveNote(bert, note: note.id, body: "masked words, both sides"))
    #expect(again.sentence == "The note on “BERT” has not changed" && !again.changed)
    let versions = try desk.library.noteVersions(note.id)
    #expect(versions.map(\.body).sorted() == ["masked words", "masked words, both sides"])
    #expect(throws: ActionError.self) {
      try desk.say(.saveNote(bert, note: note.id, body: " \n "))
    }
    #expect(try desk.say(.deleteNote(note.id)) == "Deleted a note on “BERT”")
    #expect(try desk.detail("BERT").notes.isEmpty)
    _ = try desk.say(.undo(1))
    #expect(try desk.detail("BERT").notes.map(\.body) == ["masked words, both sides"])
  }

  @Test("Escapes in a note never reach the library")
  func cleanNotes() throws {
    let desk = try Desk()
    _ = try desk.say(
      .saveNote(desk.paper("BERT"), note: nil, body: "red \u{1B}[31mtext\u{202E}\r\nnext"))
    let body = try #require(try desk.detail("BERT").notes.first?.body)
    #expect(!body.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0 == "\r" })
    #expect(body.contains("text") && body.contains("\nnext"))
  }

  @Test("A prerequisite can be added and removed, and a cycle is refused with its names")
  func prerequisites() throws {
    let desk = try Desk()
    let (bert, gpt) = (try desk.paper("BERT"), try desk.paper("GPT-3"))
    #expect(
      try desk.say(.addPrerequisite(gpt, required: bert, why: "to compare"))
        == "“Language Models are Few-Shot Learners” now comes after “BERT”")
    #expect(try desk.detail("GPT-3").prerequisites.contains { $0.why == "to compare" })
    #expect {
      try desk.say(.addPrerequisite(desk.paper("1706.03762"), required: gpt, why: ""))
    } throws: { error in
      guard case .cycle(let names) = error as? LibraryError else { return false }
      return names.contains("GPT-3")
    }
    #expect(
      try desk.say(.removePrerequisite(gpt, required: bert))
        == "“Language Models are Few-Shot Learners” no longer waits for “BERT”")
    #expect(try desk.actions.perform(.removePrerequisite(gpt, required: bert)).changed == false)
  }
}

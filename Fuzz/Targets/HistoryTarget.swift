import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

extension FuzzTarget {
  /// Changes of all kinds in any order, undone to the start and made again to the end.
  static let history = FuzzTarget(name: "history") { bytes in
    var input = FuzzInput(bytes)
    let library = try Library.sample()
    let actions = Actions(library: library) { "2026-03-01T10:00:00.000Z" }
    let start = try library.dump()
    while !input.isEmpty { perform(nextChange(&input, library), actions) }
    perform(.redo(.max), actions)
    let end = try library.dump()
    perform(.undo(.max), actions)
    expectSame(try library.dump(), start, "Undoing everything leads elsewhere.")
    perform(.redo(.max), actions)
    expectSame(try library.dump(), end, "Making everything again leads elsewhere.")
    for check in try library.examine() where check.repair != nil || check.state == .damaged {
      fatalError("\(check.name): \(check.message) \(check.details)")
    }
    try library.close()
  }

  private enum Step {
    case change(Change)
    case document(String)
  }

  /// Does a step; what makes no sense has to be refused with a sentence.
  private static func perform(_ step: Step, _ actions: Actions) {
    do {
      switch step {
      case .change(let change): _ = try actions.perform(change)
      case .document(let text):
        let source = ImportSource(name: "list.md", data: Data(text.utf8))
        _ = try actions.perform(importing: [ImportDocument(path: "list.md", source: source)])
      }
    } catch is ActionError {
    } catch let error as LibraryError where !error.concernsTheFile {
      if case .refused(let detail) = error { fatalError("\(step) breaks a rule: \(detail)") }
    } catch {
      fatalError("\(step): \(error)")
    }
  }

  private static func perform(_ change: Change, _ actions: Actions) {
    perform(.change(change), actions)
  }

  private static func nextChange(_ input: inout FuzzInput, _ library: Library) -> Step {
    func paper() -> PaperID { PaperID(rawValue: Int64(1 + input.below(40))) }
    func papers() -> [PaperID] { (0...input.below(3)).map { _ in paper() } }
    let note = NoteID(rawValue: Int64(1 + input.below(4)))
    switch input.below(16) {
    case 0, 1:
      let status = Status.allCases[input.below(Status.allCases.count)]
      return .change(.progress(papers(), ProgressChange(status: status)))
    case 2: return .change(.progress(papers(), ProgressChange(pass: input.below(5))))
    case 3:
      let number = input.below(7)
      let rating = number == 6 ? ProgressChange.Rating.none : .set(number)
      return .change(.progress(papers(), ProgressChange(rating: rating)))
    case 4:
      return .change(.tag(papers(), add: [input.text()], remove: ["tag\(input.below(3))"]))
    case 5:
      return .change(.tag(papers(), add: ["tag\(input.below(3))"], remove: [input.text()]))
    case 6: return .change(.moveInQueue(paper(), to: input.below(6) - 1))
    case 7: return .change(.saveNote(paper(), note: nil, body: input.text()))
    case 8: return .change(.saveNote(paper(), note: note, body: input.text()))
    case 9: return .change(.deleteNote(note))
    case 10: return .change(.addPrerequisite(paper(), required: paper(), why: input.text()))
    case 11: return .change(.removePrerequisite(paper(), required: paper()))
    case 12:
      let search = SavedSearchID(rawValue: Int64(1 + input.below(3)))
      switch input.below(4) {
      case 0: return .change(.deleteSearch(search))
      case 1: return .change(.renameSearch(search, to: input.text()))
      case 2: return .change(.catchUp(before: "202\(input.below(8))-06-01"))
      default: return .change(.saveSearch(input.text(), name: "name\(input.below(3))"))
      }
    case 13: return .change(.undo(1 + input.below(3)))
    case 14:
      return .change(input.below(2) == 0 ? .redo(1) : .undoStep(Int64(1 + input.below(12))))
    default: return .document(document(&input))
    }
  }

  private static func document(_ input: inout FuzzInput) -> String {
    var text = "---\ntitle: Random\nslug: random-\(input.below(2))\nkind: weekly\n---\n\n## A\n"
    for _ in 0..<input.below(5) {
      switch input.below(4) {
      case 0: text += "\n- Another \(input.below(9))\n  - year: 2020\n"
      case 1: text += "\n- [Attention Is All You Need](https://arxiv.org/abs/1706.03762)\n"
      case 2:
        text += "\n- [BERT](https://arxiv.org/abs/1810.04805)\n\n  Remark \(input.below(3)).\n"
      default: text += "\n- \(input.text())\n\n## B\(input.below(3))\n"
      }
    }
    return text
  }
}

import ReadingModel
import Terminal
import Testing

@testable import Browser

@Suite("The browser as a value")
struct UpdateTests {
  private let shelf = FakeLibrary.Shelf.filled
  private let list = RowSource.list(ListID(rawValue: 1))

  /// A model that looks at the first list.
  private func model() -> BrowserModel {
    var model = BrowserModel(settings: BrowserSettings(), size: Size(rows: 40, columns: 120))
    model.hasStarted = true
    model.open(Place(source: list))
    load(&model)
    return model
  }

  /// Answers what the model asks for, until it asks no more.
  private func load(_ model: inout BrowserModel) {
    while case let effects = model.update(.settled), !effects.isEmpty {
      for effect in effects {
        switch effect {
        case .loadRows(let source, let start, let limit, _, let generation):
          let window = shelf.window(of: source, start: start, limit: limit)
          _ = model.update(.rowsLoaded(window, generation: generation))
        case .loadPaper(let id, let generation):
          _ = model.update(.paperLoaded(shelf.detail(of: id), id, generation: generation))
        case .loadLists(let generation):
          _ = model.update(.listsLoaded([], PaneCounts(), generation: generation))
        case .loadSuggestions(_, let generation):
          _ = model.update(.suggestionsLoaded([], generation: generation))
        default: break
        }
      }
    }
  }

  private func press(_ notation: String, _ model: inout BrowserModel) throws -> [Effect] {
    try KeySequence(notation: notation).keys.flatMap { model.update(.input(.key($0))) }
  }

  @Test("drops answers that come after a later request")
  func lateAnswers() {
    var model = model()
    model.open(Place(source: .queue))
    guard case .loadRows(_, _, _, _, let late)? = model.update(.settled).first else {
      Issue.record("Rows were not asked for.")
      return
    }
    model.open(Place(source: .all))
    _ = model.update(.settled)
    let before = model
    _ = model.update(
      .rowsLoaded(shelf.window(of: .queue, start: 0, limit: 9), generation: late))
    #expect(model == before)
  }

  @Test("asks for a change and shows nothing of it before it is confirmed")
  func confirmedChanges() throws {
    var model = model()
    let before = model.view()
    let effects = try press("r", &model)
    let id = PaperID(rawValue: 1)
    #expect(
      effects == [.perform(.progress([id], ProgressChange(status: .read)), .papers)])
    #expect(model.view() == before)
    _ = model.update(.changed(Outcome(sentence: "Marked it"), .papers))
    #expect(model.stale.contains(.rows))
    #expect(model.status?.text == "Marked it · u undo")
  }

  @Test("says no hint at undo when nothing changed, and redo after an undo")
  func hints() {
    var model = model()
    _ = model.update(.changed(Outcome(sentence: "It is read already.", changed: false), .papers))
    #expect(model.status?.text == "It is read already.")
    _ = model.update(.changed(Outcome(sentence: "Took it back"), .undo))
    #expect(model.status?.text == "Took it back · ^R redo")
  }

  @Test("looks at nothing on the way of many keys before they are all handled")
  func burst() throws {
    var model = model()
    for _ in 0..<4 { #expect(try press("j", &model).isEmpty) }
    #expect(model.papers.cursor == 4)
    guard case .loadPaper(let id, _)? = model.update(.settled).first else {
      Issue.record("The paper was not asked for.")
      return
    }
    #expect(id == PaperID(rawValue: 5))
  }

  @Test("loads what an action needs before it carries it out")
  func needs() throws {
    var model = model()
    _ = try press("j", &model)
    let effects = try press("e", &model)
    #expect(effects.count == 2)
    #expect(effects.last == .send(.action(.editNote)))
  }

  @Test("tells a change taken back from one that cannot be made again")
  func history() throws {
    var model = model()
    _ = try press("H", &model)
    let steps = HistoryStep.State.allCases.enumerated().map { index, state in
      HistoryStep(id: Int64(index), label: "Step \(index)", at: "2026-03-01 12:00", state: state)
    }
    _ = model.update(.historyLoaded(steps, limit: 200))
    let lines = model.view().text().split(separator: "\n")
    #expect(lines.contains { $0.contains("Step 1") && $0.hasSuffix("  taken back") })
    #expect(lines.contains { $0.contains("Step 2") && $0.hasSuffix("taken back for good") })
  }

  @Test("asks for more of the history as one goes down it")
  func longHistory() throws {
    var model = model()
    _ = try press("H", &model)
    let steps = (0..<200).map {
      HistoryStep(id: Int64($0), label: "Step", at: "", state: .done)
    }
    _ = model.update(.historyLoaded(steps, limit: 200))
    #expect(try press("j", &model).isEmpty)
    #expect(try press("G", &model) == [.loadHistory(limit: 400)])
    _ = model.update(.historyLoaded(steps, limit: 400))
    #expect(try press("G", &model).isEmpty)
  }

  @Test("takes a paste as text where text is typed and as nothing elsewhere")
  func paste() throws {
    var model = model()
    #expect(model.update(.input(.paste("rrss"))).isEmpty)
    _ = try press("/", &model)
    _ = model.update(.input(.paste("flash\nattention")))
    #expect(model.papers.source != list)
  }

  @Test("draws the same frame for the same model")
  func pureView() {
    let model = model()
    #expect(model.view() == model.view())
  }

  @Test(
    "says why an action is refused",
    arguments: [
      ("h r", "Choose a paper first · l goes to the papers."), ("h h", "This is the first pane."),
      ("l l", "This is the last pane."), ("n", "Nothing was searched for yet · / searches."),
      ("+", "The rating is 5 already, the highest."), ("j -", "There is no rating to lower."),
      ("Space +", "That is for one paper at a time · Esc drops the selection."),
      ("Esc", "There is nothing to go back to · q leaves Lectern"),
      ("F9", "“F9” has no meaning · ? lists the keys"),
      ("y z", "“y z” has no meaning · ? lists the keys"),
      ("? r", "Help is open · Esc closes it."), ("H r", "The history is open · Esc closes it."),
      ("K", "This is the first list."),
    ])
  func refusals(_ script: String, _ sentence: String) throws {
    var model = model()
    for key in try KeySequence(notation: script).keys {
      var effects = model.update(.input(.key(key)))
      load(&model)
      while let effect = effects.popLast() {
        if case .send(let message) = effect { effects += model.update(message) }
      }
    }
    #expect(model.status?.text == sentence)
    #expect(model.status?.isProblem == true)
  }
}

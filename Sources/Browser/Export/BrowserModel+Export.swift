import ReadingModel
import Terminal

extension BrowserModel {
  /// Asks what to export.
  mutating func openExport() {
    let options = exportChoices.map { ($0.label, ExportOption.what($0.choice)) }
    layers.append(
      .export(ExportLayer(steps: [.choosing(Chooser(title: "Export", choices: options))])))
  }

  /// Exports what is selected or shown, as the command line asks.
  mutating func export(_ format: ExportFormat, to path: String?) -> [Effect] {
    guard let choice = exportChoices.first?.choice else { return [] }
    var layer = ExportLayer(steps: [], choice: choice, format: format)
    if let path, let request = layer.request {
      return [.export(request, to: path, mayReplace: false)]
    }
    layer.steps = [.choosing(Self.places(for: choice, format))]
    layers.append(.export(layer))
    return []
  }

  // MARK: Choices

  /// What can be exported: the selection, what is shown, the paper, everything, and their notes.
  private var exportChoices: [(label: String, choice: ExportChoice)] {
    var choices: [(label: String, choice: ExportChoice)] = []
    let selection = exportSelection
    if let selection { choices.append(("The \(selection.title) selected", selection)) }
    let shown = exportOfShown
    let count = papers.total == 1 ? "1 paper" : "\(papers.total) papers"
    if papers.source != .all { choices.append(("\(shown.title) (\(count))", shown)) }
    if let row = currentRow {
      choices.append(
        (
          "This paper: \(row.shownName)",
          ExportChoice(
            scope: .papers([row.paper]), title: row.title,
            name: ExportChoice.fileName(row.shownName))
        ))
    }
    let all = ExportChoice(scope: .source(.all), title: "All papers", name: "papers")
    choices.append((all.title, all))
    let isAll = selection == nil && papers.source == .all
    for var choice in isAll ? [all] : [selection ?? shown, all] {
      choice.notesOnly = true
      choices.append(("Notes alone: \(choice.title)", choice))
    }
    return choices
  }

  private var exportOfShown: ExportChoice {
    let item = lists.item(for: papers.source.base)
    var title = item?.label ?? "Papers"
    if case .search(let query) = papers.source.base, item == nil { title = "Search: \(query.text)" }
    if let filter = papers.source.filter?.text, !filter.isEmpty { title += ", only \(filter)" }
    return ExportChoice(
      scope: .source(papers.source), title: title,
      name: item?.slug ?? ExportChoice.fileName(title))
  }

  private var exportSelection: ExportChoice? {
    let scope: ExportRequest.Scope
    let count: Int
    if let allBut = papers.allBut {
      scope = .part(papers.source, start: 0, limit: nil, without: allBut)
      count = papers.total - allBut.count
    } else if let range = papers.range {
      scope = .part(papers.source, start: range.lowerBound, limit: range.count, without: [])
      count = range.count
    } else if !papers.selected.isEmpty {
      scope = .papers(papers.selected.sorted())
      count = papers.selected.count
    } else {
      return nil
    }
    let title = count == 1 ? "1 paper" : "\(count) papers"
    return ExportChoice(scope: scope, title: title, name: "papers")
  }

  private static func formats(for choice: ExportChoice) -> Chooser<ExportOption> {
    // Only these write notes.
    let formats = choice.notesOnly ? [.markdown, .org, .html] : ExportFormat.allCases
    let width = formats.map(\.rawValue.count).max() ?? 0
    return Chooser(
      title: "Export \(choice.title) as",
      choices: formats.map { ("\($0.rawValue.padded(to: width))  \($0.summary)", .format($0)) })
  }

  private static func places(
    for choice: ExportChoice, _ format: ExportFormat
  ) -> Chooser<ExportOption> {
    let file = "\(choice.name)\(choice.notesOnly ? "-notes" : "").\(format.ending)"
    let other =
      format == .markdown ? "Another file, or a folder for one file a note" : "Another file"
    return Chooser(
      title: "Export \(choice.title) as \(format.rawValue) to",
      choices: [
        ("\(file) in this folder", .file(file)), (other, .other),
        ("The clipboard, if it is small", .clipboard),
      ])
  }

  // MARK: Steps

  /// Moves the cursor of the choices on the screen.
  mutating func move(_ layer: ExportLayer, _ movement: Movement) {
    guard case .choosing(var chooser)? = layer.steps.last else { return }
    chooser.move(by: movement.lines(page: chooser.choices.count))
    show(layer, .choosing(chooser))
  }

  /// Takes the choice under the cursor and asks on.
  mutating func take(_ layer: ExportLayer) -> [Effect] {
    guard case .choosing(let chooser)? = layer.steps.last,
      chooser.choices.indices.contains(chooser.cursor)
    else { return [] }
    var layer = layer
    switch chooser.choices[chooser.cursor].value {
    case .what(let choice):
      layer.choice = choice
      layer.steps.append(.choosing(Self.formats(for: choice)))
    case .format(let format):
      guard let choice = layer.choice else { return [] }
      layer.format = format
      layer.steps.append(.choosing(Self.places(for: choice, format)))
    case .file(let path):
      return layer.request.map { [.export($0, to: path, mayReplace: false)] } ?? []
    case .clipboard:
      return layer.request.map { [.export($0, to: nil, mayReplace: false)] } ?? []
    case .other:
      layer.steps.append(.path(ImportPrompt()))
      layers[layers.count - 1] = .export(layer)
      return [.importing(.complete(ImportPath(shown: "", exact: [])))]
    }
    layers[layers.count - 1] = .export(layer)
    return []
  }

  /// Handles an event of the step on the screen; nil when it is for the key map.
  mutating func type(_ layer: ExportLayer, _ event: TerminalEvent) -> [Effect]? {
    switch layer.steps.last {
    case .choosing(var chooser)?:
      guard pendingKeys.isEmpty, case .key(.character(let character)) = event, character.isASCII,
        let digit = character.wholeNumberValue, chooser.type(digit)
      else { return nil }
      show(layer, .choosing(chooser))
      var typed = layer
      typed.replaceStep(with: .choosing(chooser))
      return chooser.isDecided ? take(typed) : []
    case .path(let prompt)?: return type(prompt, of: layer, event)
    case .replacing(_, let path)?: return answer(layer, path: path, event)
    case nil: return nil
    }
  }

  private mutating func type(
    _ prompt: ImportPrompt, of layer: ExportLayer, _ event: TerminalEvent
  ) -> [Effect]? {
    var prompt = prompt
    let before = prompt.input.text
    switch event {
    case .key(.escape):
      _ = goBack(in: layer)
      return []
    case .key(.enter):
      guard let request = layer.request, before.contains(where: { !$0.isWhitespace }) else {
        return []
      }
      return [.export(request, to: before, mayReplace: false)]
    case .key(.tab), .key(.backTab):
      let isOnly = prompt.complete(by: event == .key(.tab) ? 1 : -1)
      show(layer, .path(prompt))
      return isOnly ? completePath(prompt) : []
    default:
      var input = prompt.input
      if input.handle(event) == .unhandled { return nil }
      prompt.take(input)
      show(layer, .path(prompt))
      return input.text == before ? [] : completePath(prompt)
    }
  }

  private func completePath(_ prompt: ImportPrompt) -> [Effect] {
    [.importing(.complete(prompt.completion.path(prompt.input.text)))]
  }

  private mutating func answer(
    _ layer: ExportLayer, path: String, _ event: TerminalEvent
  ) -> [Effect]? {
    guard case .key(let key) = event else { return [] }
    switch key {
    case .control: return nil
    case .character("y"):
      return layer.request.map { [.export($0, to: path, mayReplace: true)] } ?? []
    case .character("n"), .character("q"), .escape:
      if !goBack(in: layer) { layers.removeLast() }
      say("Nothing was written.")
      return []
    default: return []
    }
  }

  private mutating func show(_ layer: ExportLayer, _ step: ExportLayer.Step) {
    var layer = layer
    layer.replaceStep(with: step)
    layers[layers.count - 1] = .export(layer)
  }

  /// Goes back by a step; false when the first is on the screen.
  mutating func goBack(in layer: ExportLayer) -> Bool {
    guard layer.steps.count > 1 else { return false }
    var layer = layer
    layer.steps.removeLast()
    layers[layers.count - 1] = .export(layer)
    return true
  }

  // MARK: What came of it

  /// Takes in that something was written, or would have to be replaced.
  mutating func take(_ outcome: ExportOutcome, of request: ExportRequest, path: String) {
    switch outcome {
    case .done(let sentences):
      layers.removeAll { if case .export = $0 { true } else { false } }
      say(sentences.joined(separator: ". ") + ".")
    case .wouldReplace(let question):
      let step = ExportLayer.Step.replacing(question: question, path: path)
      if case .export(var layer)? = layers.last {
        layer.steps.append(step)
        layers[layers.count - 1] = .export(layer)
      } else {
        let choice = ExportChoice(
          scope: request.scope, title: request.title, notesOnly: request.notesOnly, name: "")
        layers.append(
          .export(ExportLayer(steps: [step], choice: choice, format: request.format)))
      }
    }
  }

  /// Takes in that nothing was written, and why.
  mutating func refuseExport(_ sentence: String) {
    guard case .export(let layer)? = layers.last, case .path(var prompt)? = layer.steps.last
    else { return refuse(sentence) }
    prompt.problem = sentence
    show(layer, .path(prompt))
  }

  /// Takes in names that the path being typed can go on with.
  mutating func take(_ names: [PathName], for text: String, in layer: ExportLayer) {
    guard case .path(var prompt)? = layer.steps.last else { return }
    prompt.take(names, for: text)
    show(layer, .path(prompt))
  }

  /// Draws the step on the screen.
  func draw(_ layer: ExportLayer, into surface: inout Surface) {
    switch layer.steps.last {
    case .choosing(let chooser)?:
      drawChooser(chooser.title, chooser.choices.map(\.label), chooser.cursor, into: &surface)
    case .path(let prompt)?:
      drawPathPrompt(
        "Write to: ", prompt, hint: "A file; nothing that Lectern did not write is replaced",
        into: &surface)
    case .replacing(let question, _)?:
      drawQuestion(
        question, [KeyHint(key: "y", label: "yes"), KeyHint(key: "n", label: "no")],
        into: &surface)
    case nil: break
    }
  }
}

import ReadingModel
import Terminal

/// The prompt that asks what to import: a path is typed or completed, a list is pasted.
struct ImportPrompt: Equatable, Sendable {
  var input: LineInput
  /// What the path can go on with.
  var completion = PathCompletion()
  /// The words that Tab goes through; nil until it is pressed.
  private var cycle: WordCycle?
  /// Why the last attempt came to nothing.
  var problem: String?

  init(text: String = "", history: [String] = [], problem: String? = nil) {
    input = LineInput(text, history: history)
    self.problem = problem
  }

  /// Takes a line that was typed.
  mutating func take(_ typed: LineInput) {
    if typed.text != input.text {
      cycle = nil
      problem = nil
    }
    input = typed
  }

  /// Puts the next word in the place of the line, or the one before.
  ///
  /// - Returns: True when it is the only one, so that it can go on at once.
  mutating func complete(by step: Int) -> Bool {
    if cycle == nil { cycle = WordCycle(completion.words, step: step) } else { cycle?.go(by: step) }
    guard let cycle else { return false }
    problem = nil
    input.replaceText(with: cycle.text)
    if cycle.isOnly { self.cycle = nil }
    return cycle.isOnly
  }

  /// The names that the path can go on with, without their folders, and which of them Tab shows.
  var names: (words: [String], index: Int?) { (completion.names, cycle?.index) }

  /// Takes in names, unless the line is another one by now.
  mutating func take(_ names: [PathName], for text: String) {
    guard text == input.text, cycle == nil else { return }
    completion.take(names, for: text)
  }
}

extension BrowserModel {
  /// Begins to ask what to import.
  mutating func openImport() -> [Effect] {
    layers.append(.importPrompt(ImportPrompt(history: importPaths)))
    return [.importing(.loadPaths), .importing(.complete(ImportPath(shown: "", exact: [])))]
  }

  /// Handles an event in the prompt on top.
  mutating func type(_ prompt: ImportPrompt, _ event: TerminalEvent) -> [Effect]? {
    var prompt = prompt
    var isNew = false
    switch event {
    case .paste(let text):
      if let material = ImportMaterial(paste: text) {
        layers.removeLast()
        return plan(material)
      }
      var input = prompt.input
      isNew = input.handle(.paste(text.trimmingBlanks)) == .changed
      prompt.take(input)
    case .key(.escape):
      layers.removeLast()
      return []
    case .key(.enter):
      guard prompt.input.text.contains(where: { !$0.isWhitespace }) else { return [] }
      layers.removeLast()
      return importPath(prompt.completion.path(prompt.input.text))
    case .key(.tab): isNew = prompt.complete(by: 1)
    case .key(.backTab): isNew = prompt.complete(by: -1)
    default:
      var input = prompt.input
      switch input.handle(event) {
      case .unhandled: return nil
      case .changed: isNew = true
      case .unchanged: break
      }
      prompt.take(input)
    }
    layers[layers.count - 1] = .importPrompt(prompt)
    return isNew
      ? [.importing(.complete(prompt.completion.path(prompt.input.text)))] : []
  }

  /// Begins to import what a line names, and remembers the line where it can be typed again.
  mutating func importPath(_ path: ImportPath) -> [Effect] {
    let effects = plan(.line(path))
    guard Array(path.shown.utf8) == path.exact else { return effects }
    importPaths.removeAll { $0 == path.shown }
    importPaths.append(path.shown)
    return [.importing(.keepPath(path.shown))] + effects
  }

  /// Shows the names that a path can go on with in the prompt or the command line on top.
  mutating func take(_ names: [PathName], for text: String) {
    switch layers.last {
    case .importPrompt(var prompt)?:
      prompt.take(names, for: text)
      layers[layers.count - 1] = .importPrompt(prompt)
    case .export(let layer)?: take(names, for: text, in: layer)
    case .command(var layer)?:
      layer.take(names, for: text)
      layers[layers.count - 1] = .command(layer)
    default: break
    }
  }

  /// Takes in the paths of earlier sessions.
  mutating func take(paths: [String]) {
    importPaths = paths + importPaths.filter { !paths.contains($0) }
    guard case .importPrompt(let prompt)? = layers.last, prompt.input.text.isEmpty else { return }
    var fresh = ImportPrompt(history: importPaths, problem: prompt.problem)
    fresh.completion = prompt.completion
    layers[layers.count - 1] = .importPrompt(fresh)
  }

  /// Draws a prompt for a path, above it what the path can go on with, below it what is wrong or
  /// possible.
  func drawPathPrompt(
    _ label: String, _ prompt: ImportPrompt, hint: String, into surface: inout Surface
  ) {
    let under = prompt.problem.map { sentence($0, Style(.warning)) } ?? sentence(hint, Style(.dim))
    drawPrompt(label, prompt.input, under: under, words: prompt.names, into: &surface)
  }
}

extension String {
  /// The text without blanks and line ends around it.
  fileprivate var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}

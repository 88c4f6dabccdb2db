import ReadingModel
import Terminal

extension BrowserModel {
  /// Opens the command line, with a text to go on with.
  mutating func openCommandLine(_ text: String = "") -> [Effect] {
    var facts = CommandCompletion.Facts()
    facts.slugs = lists.items.compactMap(\.slug)
    layers.append(
      .command(CommandLayer(text: text, history: commands.entered, facts: facts)))
    return [.loadCommandFacts(withHistory: !commands.isLoaded)]
  }

  /// Takes in what the command line completes and goes back to.
  mutating func takeFacts(tags: [String], options: [OptionListing], history: [String]?) {
    if let history {
      let own = commands.entered
      commands = CommandMemory(entered: history, isLoaded: true)
      for line in own { commands.add(line) }
    }
    guard case .command(let old)? = layers.last else { return }
    var facts = old.facts
    facts.tags = tags
    facts.options = options
    facts.paths = old.facts.paths
    layers[layers.count - 1] = .command(
      CommandLayer(text: old.input.text, history: commands.entered, facts: facts))
  }

  /// Handles an event in the command line on top.
  mutating func type(_ layer: CommandLayer, _ event: TerminalEvent) -> [Effect]? {
    let before = CommandCompletion.path(in: layer.input.text).map(String.init)
    var layer = layer
    switch event {
    case .key(.escape):
      layers.removeLast()
      return []
    case .key(.backspace) where layer.input.text.isEmpty:
      layers.removeLast()
      return []
    case .key(.enter): return enter(layer)
    case .key(.tab): layer.complete(by: 1)
    case .key(.backTab): layer.complete(by: -1)
    default:
      var input = layer.input
      if input.handle(event) == .unhandled { return nil }
      layer.take(input)
    }
    let path = CommandCompletion.path(in: layer.input.text).map(String.init)
    let isNew = path != before && layer.cycle == nil
    layers[layers.count - 1] = .command(layer)
    return isNew
      ? path.map { [.importing(.complete(layer.facts.paths.path($0)))] } ?? [] : []
  }

  private mutating func enter(_ layer: CommandLayer) -> [Effect] {
    let line = layer.input.text
    do throws(CommandError) {
      let command = try Command(line)
      layers.removeLast()
      guard let command else { return [] }
      commands.add(line)
      return [.keepCommand(line)] + attempt(command, facts: layer.facts)
    } catch {
      var layer = layer
      layer.problem = error.description
      layers[layers.count - 1] = .command(layer)
      return []
    }
  }

  /// True while the rows that a command is about are not loaded.
  private func needsLoading(_ command: Command) -> Bool {
    switch command {
    case .goTo: stale.contains(.rows) || papers.window == nil
    default:
      command.needsRow && !papers.hasSelection
        && (stale.contains(.rows) || currentRow == nil)
    }
  }

  /// Carries a command out, or loads first what it needs.
  mutating func attempt(
    _ command: Command, facts: CommandCompletion.Facts
  ) -> [Effect] {
    if case .action(let action) = command { return attempt(action) }
    if needsLoading(command) { return [loadRows(), .send(.command(command))] }
    if case .importPath(let path) = command { return importPath(facts.paths.path(path)) }
    if case .showOptions = command { return chooseOption(facts.options) }
    if case .showOption(let name) = command {
      showOption(name, facts.options)
      return []
    }
    return run(command)
  }

  /// Carries out a command for which everything is loaded.
  mutating func run(_ command: Command) -> [Effect] {
    if command.needsRow, !papers.hasSelection, currentRow == nil {
      refuse("There is no paper here.")
      return []
    }
    switch command {
    case .mark(let status): return change(.progress(ProgressChange(status: status)))
    case .tag(let add, let remove): return change(.tag(add: add, remove: remove))
    case .rate(let rating):
      let change = rating.map(ProgressChange.Rating.set) ?? ProgressChange.Rating.none
      return self.change(.progress(ProgressChange(rating: change)))
    case .pass(let pass): return change(.progress(ProgressChange(pass: pass)))
    case .add(let names): return [.perform(.add(names, title: nil), .papers)]
    case .list(let slug): showList(named: slug)
    case .search(let query): show(query)
    case .goTo(let number): goTo(number: number)
    case .setOption(let name, let value): return [.setOption(name, value: value, kept: nil)]
    case .keepOption(let name, let value): return [.keepOption(name, value: value)]
    case .help(let text): explain(text)
    case .export(let format, let path): return export(format, to: path)
    case .leave: isOver = true
    case .action, .showOptions, .showOption, .importPath: break
    }
    return []
  }

  private mutating func showList(named slug: String) {
    let matching = lists.items.filter { $0.slug == slug }
    let beginning = lists.items.filter { $0.slug?.hasPrefix(slug) == true }
    if let item = matching.first ?? (beginning.count == 1 ? beginning[0] : nil) {
      open(Place(source: item.source))
    } else if beginning.isEmpty {
      refuse("No list is called “\(slug)”; Tab behind :list goes through their names.")
    } else {
      let names = beginning.compactMap(\.slug).joined(separator: ", ")
      refuse("“\(slug)” can be \(names).")
    }
  }

  private mutating func show(_ query: Query) {
    if case .search = papers.source {} else { search.origin = place }
    papers.clearSelection()
    open(Place(source: .search(query)))
    search.query = query
  }

  private mutating func goTo(number: Int) {
    guard (1...max(1, papers.total)).contains(number), papers.total > 0 else {
      let count = papers.total == 1 ? "is 1 paper" : "are \(papers.total) papers"
      refuse("There is no entry \(number) here; there \(count).")
      return
    }
    papers.cursor = number - 1
    focus = .papers
  }

  /// Says what a key does, or which keys an action has.
  private mutating func explain(_ text: String) {
    if let action = Action(rawValue: text), let entry = ActionTable.byAction[action] {
      let keys = keyMap.sequences(for: action).map(\.description).joined(separator: ", ")
      say("\(text): \(entry.summary)\(glyphs.dot)\(keys.isEmpty ? "it has no key" : keys)")
      return
    }
    guard let sequence = try? KeySequence(notation: text) else {
      refuse("“\(text)” is neither a key nor an action; keys are written as j, ^P, g g or Enter.")
      return
    }
    var meaning = keyMap.resolve(sequence.keys)
    if meaning == .none { meaning = keyMap.resolve(sequence.keys, in: .importing) }
    switch meaning {
    case .action(let action):
      say("\(sequence): \(ActionTable.byAction[action]?.summary ?? "") (\(action.rawValue))")
    case .moreInputNeeded:
      let keys = keyMap.continuations(of: sequence.keys).map { "\($0.keys) \($0.name)" }
      say("\(sequence) goes on: \(keys.joined(separator: ", "))")
    case .macro(let macro): say("\(sequence): \(macro.text) (a macro)")
    case .none: refuse("“\(sequence)” has no meaning\(hint(.help, "lists the keys"))")
    }
  }
}

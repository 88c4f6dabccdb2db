import ReadingModel
import Terminal

extension BrowserModel {
  /// Gives an event to the layer on top; nil when the layer leaves it to the key map.
  mutating func handleInLayer(_ event: TerminalEvent) -> [Effect]? {
    guard let layer = layers.last else { return nil }
    let effects = pass(event, to: layer)
    guard effects == nil, layer.takesText else { return effects }
    // While text is typed, keys mean only what they mean everywhere.
    if case .key(let key) = event, case .action(let action) = keyMap.resolve([key]), action.isGlobal
    {
      return perform(action)
    }
    return []
  }

  private mutating func pass(_ event: TerminalEvent, to layer: Layer) -> [Effect]? {
    switch layer {
    case .search(let prompt): return type(prompt, event)
    case .filter(let prompt): return type(prompt, event)
    case .listFinder(let finder): return type(finder, event)
    case .line(let prompt): return type(prompt, event)
    case .letter(let prompt): return type(prompt, event)
    case .triage: return nil
    case .editor(let layer): return edit(layer, event)
    case .noteConflict(let layer): return answer(layer, event)
    case .noteList: return nil
    case .templates(let chooser):
      return type(event, chooser, as: Layer.templates) { $0.take($1, at: $1.cursor) }
    case .palette(let palette): return type(palette, event)
    case .command(let layer): return type(layer, event)
    case .options(let chooser):
      return type(event, chooser, as: Layer.options) { $0.take($1, at: $1.cursor) }
    case .export(let layer): return type(layer, event)
    case .help(let layer): return filter(layer, event)
    case .history, .map, .statistics, .importing: return nil
    case .importPrompt(let prompt): return type(prompt, event)
    case .otherPaper(let prompt): return type(prompt, event)
    case .prerequisites(let chooser):
      return type(event, chooser, as: Layer.prerequisites) { $0.take($1, at: $1.cursor) }
    case .identifiers(let chooser):
      return type(event, chooser, as: Layer.identifiers) { $0.take($1, at: $1.cursor) }
    case .links(let chooser):
      return type(event, chooser, as: Layer.links) { $0.take($1, at: $1.cursor) }
    case .notes(let chooser):
      return type(event, chooser, as: Layer.notes) { $0.take($1, at: $1.cursor) }
    case .confirmation(let confirmation):
      guard case .key(let key) = event else { return [] }
      if case .control = key { return nil }
      return answer(confirmation, key)
    case .draft(let draft):
      guard case .key(let key) = event else { return [] }
      if case .control = key { return nil }
      return answer(draft, key)
    case .welcome:
      guard case .key(let key) = event else { return [] }
      if case .control = key { return nil }
      layers.removeLast()
      return [.markWelcomeSeen]
    }
  }

  /// Takes a digit of the number of a choice; nil for any other event.
  private mutating func type<Choice>(
    _ event: TerminalEvent, _ chooser: Chooser<Choice>, as layer: (Chooser<Choice>) -> Layer,
    take: (inout BrowserModel, Chooser<Choice>) -> [Effect]
  ) -> [Effect]? {
    var chooser = chooser
    guard pendingKeys.isEmpty, case .key(.character(let character)) = event, character.isASCII,
      let digit = character.wholeNumberValue, chooser.type(digit)
    else { return nil }
    if chooser.isDecided { return take(&self, chooser) }
    layers[layers.count - 1] = layer(chooser)
    return []
  }

  private mutating func answer(_ confirmation: Confirmation, _ key: Key) -> [Effect] {
    switch key {
    case .character("y"):
      layers.removeLast()
      return [.perform(confirmation.change, .papers)]
    case .character("n"), .character("q"), .escape:
      layers.removeLast()
      say("Nothing was changed.")
      return []
    default: return []
    }
  }

  private mutating func filter(_ help: HelpLayer, _ event: TerminalEvent) -> [Effect]? {
    guard help.isTyping, var input = help.filter else { return nil }
    var help = help
    switch event {
    case .key(.enter): help.isTyping = false
    case .key(.escape):
      help.isTyping = false
      help.filter = nil
    default:
      if input.handle(event) == .unhandled { return nil }
      help.filter = input
      help.scroll = 0
    }
    layers[layers.count - 1] = .help(help)
    return []
  }
}

extension Layer {
  /// True while keys are text or answers rather than actions.
  var takesText: Bool {
    switch self {
    case .search, .filter, .listFinder, .line, .letter, .otherPaper, .editor,
      .confirmation, .draft, .welcome, .palette, .command, .importPrompt:
      true
    case .help(let layer): layer.isTyping
    case .export(let layer): layer.takesText
    case .history, .map, .statistics, .links, .notes, .prerequisites, .identifiers, .options,
      .triage, .importing, .templates, .noteList, .noteConflict:
      false
    }
  }
}

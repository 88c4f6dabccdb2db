import ReadingModel
import Terminal

/// The prompt that goes to a list as one types its name.
struct ListFinder: Equatable, Sendable {
  var input = LineInput()
  /// The item that Esc leads back to.
  let origin: Int
}

extension BrowserModel {
  /// Handles an event in the list finder on top.
  mutating func type(_ finder: ListFinder, _ event: TerminalEvent) -> [Effect]? {
    var finder = finder
    switch event {
    case .key(.enter): layers.removeLast()
    case .key(.escape):
      layers.removeLast()
      showList(at: finder.origin)
    default:
      let outcome = finder.input.handle(event)
      if outcome == .unhandled { return nil }
      layers[layers.count - 1] = .listFinder(finder)
      guard outcome == .changed else { return [] }
      showList(at: lists.index(named: finder.input.text) ?? finder.origin)
    }
    return []
  }
}

extension ListsPane {
  /// The first item whose name has every word, or a word that begins with it; nil when none has.
  func index(named text: String) -> Int? {
    let words = SafeText.folded(text).split(separator: " ")
    guard !words.isEmpty else { return nil }
    return items.firstIndex { item in
      let parts = SafeText.folded(item.label).split { !($0.isLetter || $0.isNumber || $0 == "-") }
      return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }
  }
}

import ReadingModel
import Terminal

extension BrowserModel {
  /// Opens the palette.
  mutating func openPalette() { layers.append(.palette(PaletteLayer(lists: lists.items))) }

  /// Handles an event in the palette on top.
  mutating func type(_ palette: PaletteLayer, _ event: TerminalEvent) -> [Effect]? {
    var palette = palette
    switch event {
    case .key(.escape):
      layers.removeLast()
      return []
    case .key(.enter): return take(palette)
    case .key(.up), .key(.control("p")), .key(.backTab): palette.move(by: -1)
    case .key(.down), .key(.control("n")), .key(.tab): palette.move(by: 1)
    case .key(.pageUp): palette.move(by: -paletteHeight)
    case .key(.pageDown): palette.move(by: paletteHeight)
    default:
      var input = palette.input
      if input.handle(event) == .unhandled { return nil }
      palette.take(input)
    }
    layers[layers.count - 1] = .palette(palette)
    return []
  }

  /// What the palette has to ask before the next frame.
  mutating func searchForPalette() -> Effect? {
    guard case .palette(var palette)? = layers.last, let query = palette.takeSearch() else {
      return nil
    }
    layers[layers.count - 1] = .palette(palette)
    return .findPapers(query, limit: PaletteLayer.paperLimit)
  }

  /// Takes in the papers that the palette asked for.
  mutating func takeFound(_ window: RowWindow) {
    guard case .palette(var palette)? = layers.last else { return }
    palette.take(window)
    layers[layers.count - 1] = .palette(palette)
  }

  /// Does what the result under the cursor stands for.
  mutating func take(_ palette: PaletteLayer) -> [Effect] {
    var palette = palette
    // With keys faster than frames the papers have not been asked for yet.
    if let query = palette.takeSearch() {
      layers[layers.count - 1] = .palette(palette)
      return [.findPapers(query, limit: PaletteLayer.paperLimit), .send(.input(.key(.enter)))]
    }
    guard let item = palette.chosen else {
      refuse("Nothing matches “\(palette.input.text)”.")
      return []
    }
    layers.removeLast()
    switch item.target {
    case .action(let action): return attempt(action)
    case .source(let source):
      open(Place(source: source))
      return []
    case .paper(let id, let index):
      return [
        .findPlace(id, fallback: palette.query.map { Place(source: .search($0), cursor: index) })
      ]
    }
  }

  /// Goes to a paper: to its entry in the list looked at, else in the first list that has it, else to
  /// where it was found.
  mutating func goTo(_ detail: PaperDetail?, fallback: Place?) {
    guard let detail else {
      refuse("The paper is no longer in the library.")
      return
    }
    let here = detail.memberships.first { .list($0.list) == papers.source }
    if let membership = here ?? detail.memberships.first {
      open(Place(source: .list(membership.list), cursor: max(0, membership.position - 1)))
    } else if let fallback {
      open(fallback)
    }
  }
}

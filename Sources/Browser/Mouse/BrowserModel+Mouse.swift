import ReadingModel
import Terminal

extension BrowserModel {
  /// How many lines the wheel goes at a time.
  private static let wheelLines = 3

  /// Handles what was done with the mouse: a click selects, a second one on the same row opens, the
  /// wheel scrolls what it is over, and a rule between panes can be dragged.
  mutating func handle(_ mouse: MouseEvent) -> [Effect] {
    guard layout.isUsable else { return [] }
    switch mouse.kind {
    case .release:
      draggedRule = nil
      return []
    case .drag:
      drag(to: mouse.point)
      return []
    case .wheelUp: return wheel(-1, at: mouse.point)
    case .wheelDown: return wheel(1, at: mouse.point)
    case .press:
      status = nil
      pendingKeys = []
      guard let layer = layers.last else { return click(at: mouse.point) }
      return click(layer, at: mouse.point)
    }
  }

  // MARK: Panes

  private mutating func click(at point: Point) -> [Effect] {
    draggedRule = rule(at: point)
    guard draggedRule == nil, let pane = pane(at: point) else { return [] }
    let isFocused = focus == pane.pane
    let line = point.row - pane.rect.top
    switch pane.pane {
    case .lists:
      let lines = lists.lines(height: pane.rect.size.rows)
      guard lines.indices.contains(lists.scroll + line) else { return [] }
      switch lines[lists.scroll + line] {
      case .item(let index), .progress(let index):
        let isSecond = isFocused && lists.cursor == index
        focus = .lists
        if isSecond { return attempt(.enter) }
        showList(at: index)
      case .heading, .blank: focus = .lists
      }
    case .papers:
      let wanted = papers.scroll + line
      focus = .papers
      guard wanted < papers.lines.lineCount,
        case .row(let index) = papers.lines.content(ofLine: wanted)
      else { return [] }
      if isFocused, papers.cursor == index { return attempt(.enter) }
      papers.cursor = index
    case .paper: focus = .paper
    }
    return []
  }

  private mutating func wheel(_ direction: Int, at point: Point) -> [Effect] {
    let lines = direction * Self.wheelLines
    switch layers.last {
    case nil: break
    case .palette(var palette)?:
      palette.move(by: direction)
      layers[layers.count - 1] = .palette(palette)
      return []
    case .editor?:
      let key = Key.up
      return (0..<Self.wheelLines).flatMap { _ in
        handleInLayer(.key(direction < 0 ? key : .down)) ?? []
      }
    case let layer?: return layer.takesText ? [] : move(.lines(lines))
    }
    switch pane(at: point)?.pane {
    case .lists: showList(at: lists.cursor + direction)
    case .papers: papers.cursor = max(0, min(papers.cursor + lines, papers.total - 1))
    case .paper: paper.scroll(by: lines)
    case nil: break
    }
    return []
  }

  private func pane(at point: Point) -> (pane: Pane, rect: Rect)? {
    let panes: [(Pane, Rect?)] = [
      (.lists, layout.lists), (.papers, layout.papers), (.paper, layout.paper),
    ]
    for case (let pane, let rect?) in panes where rect.contains(point) { return (pane, rect) }
    return nil
  }

  // MARK: Rules

  private func rule(at point: Point) -> Splits.Rule? {
    if point.row == layout.middleRule { return .stacked }
    guard layout.verticalRules.contains(point.column), layout.body.contains(point) else {
      return nil
    }
    return point.column == layout.verticalRules.first ? .lists : .paper
  }

  private mutating func drag(to point: Point) {
    guard let rule = draggedRule, let position = layout.position(of: rule) else { return }
    let wanted = (rule == .stacked ? point.row : point.column) - position
    let step = wanted.signum()
    // Beyond what the panes allow, the rule follows as far as it can.
    for _ in 0..<abs(wanted) where !move(rule, by: step) { return }
  }

  // MARK: Layers

  private mutating func click(_ layer: Layer, at point: Point) -> [Effect] {
    switch layer {
    case .palette(var palette):
      let (top, first) = paletteTop(palette)
      let index = first + point.row - top
      guard point.row >= top, point.row < layout.body.bottom,
        palette.results.indices.contains(index)
      else { return [] }
      if index == palette.cursor { return take(palette) }
      palette.moveTo(index)
      layers[layers.count - 1] = .palette(palette)
    case .history(var history):
      let index = history.scroll + point.row - layout.body.top
      guard layout.body.contains(point), history.steps.indices.contains(index) else { return [] }
      history.cursor = index
      layers[layers.count - 1] = .history(history)
    default: break
    }
    return []
  }
}

extension Rect {
  /// True when a cell lies in it.
  func contains(_ point: Point) -> Bool {
    (top..<bottom).contains(point.row) && (left..<right).contains(point.column)
  }
}

import Terminal

extension BrowserModel {
  /// The rule that keys move: the one beside the pane in use.
  var ruleInUse: Splits.Rule? {
    if layout.middleRule != nil { return .stacked }
    if layout.verticalRules.isEmpty { return nil }
    return focus == .lists ? .lists : .paper
  }

  /// Moves the rule beside the pane in use to the left or up (-1), or to the right or down (1).
  mutating func moveRule(_ direction: Int) {
    guard let rule = ruleInUse else {
      refuse("There is one pane, so there is nothing to make larger.")
      return
    }
    let step = rule == .stacked ? 1 : 2
    if !move(rule, by: direction * step) { refuse("A pane cannot be smaller than this.") }
  }

  /// Moves a rule as far as both its panes allow; false when it cannot move at all.
  mutating func move(_ rule: Splits.Rule, by cells: Int) -> Bool {
    let before = layout
    var moved = before.splits
    moved.move(rule, by: cells)
    let after = ScreenLayout(size: size, focus: focus, splits: moved)
    guard after.position(of: rule) == (before.position(of: rule) ?? 0) + cells
    else { return false }
    splits = moved
    return true
  }
}

extension ScreenLayout {
  /// The column or row that a rule stands in; nil where it is not shown.
  func position(of rule: Splits.Rule) -> Int? {
    switch rule {
    case .lists: verticalRules.first
    case .paper: verticalRules.last
    case .stacked: middleRule
    }
  }
}

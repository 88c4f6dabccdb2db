import Terminal

/// The help screen as lines, in two columns where the screen is wide.
enum HelpView {
  /// How many lines the screen shows at a time.
  static func page(of size: Size) -> Int {
    max(1, ScreenLayout(size: size, focus: .papers).body.size.rows)
  }

  /// The lines of the help screen.
  static func lines(of layer: HelpLayer, keyMap: KeyMap, columns: Int) -> [StyledLine] {
    let groups = layer.groups(keyMap: keyMap)
    if groups.isEmpty { return [StyledLine(indent: 2, runs: [StyledRun("No key matches.", .dim)])] }
    let keyColumn = min(16, groups.flatMap(\.lines).map { displayWidth(of: $0.keys) }.max() ?? 0)
    guard columns >= 120 else {
      return stacked(groups, keyColumn: keyColumn, columns: columns - 2)
    }
    let half = (columns - 4) / 2
    let (left, right) = halves(groups)
    let leftLines = stacked(left, keyColumn: keyColumn, columns: half - 1)
    let rightLines = stacked(right, keyColumn: keyColumn, columns: half - 1)
    return (0..<max(leftLines.count, rightLines.count)).map { row in
      var line = row < leftLines.count ? leftLines[row] : .blank
      guard row < rightLines.count else { return line }
      let used = line.indent + line.runs.reduce(0) { $0 + displayWidth(of: $1.text) }
      let gap = half + rightLines[row].indent - used
      line.runs.append(StyledRun(String(repeating: " ", count: max(0, gap))))
      line.runs += rightLines[row].runs
      return line
    }
  }

  /// The groups in two parts, the first as soon as it has half of all lines.
  private static func halves(
    _ groups: [HelpLayer.Group]
  ) -> (left: [HelpLayer.Group], right: [HelpLayer.Group]) {
    let total = groups.reduce(0) { $0 + $1.lines.count + 2 }
    var used = 0
    for (index, group) in groups.enumerated() {
      used += group.lines.count + 2
      if used * 2 >= total {
        return (Array(groups[...index]), Array(groups[(index + 1)...]))
      }
    }
    return (groups, [])
  }

  private static func stacked(
    _ groups: [HelpLayer.Group], keyColumn: Int, columns: Int
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    for group in groups {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(StyledLine(indent: 1, runs: [StyledRun(group.title.uppercased(), .dim)]))
      for line in group.lines {
        let keys = line.keys.padded(to: keyColumn)
        lines += StyledLine.wrapped(
          [StyledRun(keys, .text, .bold), StyledRun("  " + line.summary)], columns: columns - 1,
          indent: 3, hanging: 3 + displayWidth(of: keys) + 2)
      }
    }
    return lines
  }
}

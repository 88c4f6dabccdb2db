import ReadingModel
import Terminal

extension NoteDifference {
  /// The difference as lines of at most so many columns: `-` before what went, `+` before what came,
  /// and the words that differ in bold.
  func styledLines(columns: Int) -> [StyledLine] {
    lines.flatMap { line in
      let (sign, role): (String, Role) =
        switch line.kind {
        case .same: (" ", .dim)
        case .removed: ("-", .warning)
        case .added: ("+", .done)
        }
      let runs = line.runs.map {
        StyledRun($0.text, role, $0.isChanged ? [.bold, .underline] : [])
      }
      return StyledLine.wrapped(runs, columns: max(1, columns - 2)).map {
        StyledLine(
          runs: [StyledRun("\(sign) ", role, line.kind == .same ? [] : .bold)] + $0.runs)
      }
    }
  }
}

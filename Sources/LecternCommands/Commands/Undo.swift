import ArgumentParser
import ReadingActions
import ReadingModel
import ReadingStore

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change, the last N, or a certain one.",
    discussion: """
      An earlier step is taken back alone where no later one touches the same; this is a step of its \
      own, which can be undone.
      """)
  @OptionGroup var global: GlobalOptions
  @Argument(help: "How many steps.") var count: Int?
  @Option(help: ArgumentHelp("Only that step of `lectern history`.", valueName: "number"))
  var step: Int64?

  func validate() throws {
    try validateSteps(count ?? 1)
    guard count == nil || step == nil else {
      throw ValidationError("--step names one step, so it takes no number of steps")
    }
  }

  func run() throws {
    try Workspace(global.opening).perform(step.map(Change.undoStep) ?? .undo(count ?? 1))
  }
}

struct Redo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do the last undone change again, or the last N.")
  @OptionGroup var global: GlobalOptions
  @Argument(help: "How many steps.") var count = 1

  func validate() throws { try validateSteps(count) }
  func run() throws { try Workspace(global.opening).perform(.redo(count)) }
}

private func validateSteps(_ count: Int) throws {
  guard count > 0 else { throw ValidationError("a number of steps is 1 or more, not \(count)") }
}

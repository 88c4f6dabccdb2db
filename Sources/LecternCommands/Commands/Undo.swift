import ArgumentParser
import ReadingActions
import ReadingModel
import ReadingStore

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last change, or the last N.")
  @OptionGroup var global: GlobalOptions
  @Argument(help: "How many steps.") var count = 1

  func validate() throws { try validateSteps(count) }
  func run() throws { try Workspace(global.opening).perform(.undo(count)) }
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

import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "What was changed, newest first, and what was taken back.",
    discussion: "To a pipe: number, time, state, change, time of the undo or redo.")
  @OptionGroup var global: GlobalOptions
  @Option(help: "How many steps at most.") var limit: Int?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let steps = try Workspace(global.opening).library.history(limit: limit)
    guard !json else { return print(JSONShapes.history(steps).printed) }
    Console(global.opening).table(
      steps.map { step in
        let revisited = step.revisited.map { "\(step.state.rawValue) \($0)" } ?? ""
        return [String(step.id), step.at, step.state.rawValue, step.label, revisited]
      }, flexible: 3, rightAligned: [0])
  }
}

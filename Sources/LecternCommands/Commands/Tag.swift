import ArgumentParser
import ReadingActions
import ReadingModel
import ReadingStore

struct Tag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Add tags to a paper (+name) and take them away (-name).",
    usage: "lectern tag <paper> +NAME … -NAME …")

  @OptionGroup var global: GlobalOptions
  @Argument(
    parsing: .allUnrecognized,
    help: "The paper, then +name for each tag to add and -name for each to take away.")
  var arguments: [String]

  func run() throws {
    let words = arguments.filter { !Self.isTag($0) }
    let tags = arguments.filter(Self.isTag)
    guard !words.isEmpty else {
      throw Failure(sentence: "no paper was named; write: lectern tag PAPER +name", code: 2)
    }
    let workspace = try Workspace(global.opening)
    let paper = try workspace.actions.paper(named: words.joined(separator: " "))
    try workspace.perform(
      .tag(
        [paper], add: tags.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) },
        remove: tags.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }))
  }

  private static func isTag(_ text: String) -> Bool {
    (text.hasPrefix("+") || text.hasPrefix("-")) && text.count > 1
  }
}

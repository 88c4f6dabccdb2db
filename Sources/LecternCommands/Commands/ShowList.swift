import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct ShowList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "A list in order, with sections and states.",
    discussion: "To a pipe: position, status, key, year, title.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The list's name, as `lectern lists` shows it.") var slug: String
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(global.opening)
    let list = try workspace.actions.list(named: slug)
    let papers = try workspace.library.listed(.list(list.id), limit: nil)
    guard !json else { return print(JSONShapes.list(list, papers: papers).printed) }
    let console = Console(global.opening)
    guard console.isTerminal else { return console.table(papers.map(PaperTable.row), flexible: 4) }
    console.heading("\(list.title) · \(list.read) of \(list.entries) read")
    var start = papers.startIndex
    while start < papers.endIndex {
      let section = papers[start].section
      let end = papers[start...].firstIndex { $0.section != section } ?? papers.endIndex
      if let section { console.line("\n\(section)") }
      console.table(papers[start..<end].map(Self.row), flexible: 4, rightAligned: [0])
      start = end
    }
  }

  /// A row for people, who are told what the list has no more.
  private static func row(_ paper: ListedPaper) -> [String] {
    var cells = PaperTable.row(paper)
    if paper.isGone { cells[1] += ", gone" }
    return cells
  }
}

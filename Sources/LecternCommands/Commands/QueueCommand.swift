import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "The papers to read next, in your own order.",
    subcommands: [ListQueue.self, Add.self, Remove.self, Move.self],
    defaultSubcommand: ListQueue.self)

  struct ListQueue: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "The queue in order.",
      discussion: "To a pipe: place, status, key, year, title.")
    @OptionGroup var global: GlobalOptions
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let papers = try Workspace(global.opening).library.listed(.queue, limit: nil)
      guard !json else { return print(JSONShapes.search(papers).printed) }
      Console(global.opening).table(papers.map(PaperTable.row), flexible: 4, rightAligned: [0])
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Put papers at the end of the queue.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The papers, each a key, id, URL or quoted words of the title.")
    var papers: [String]

    func run() throws { try mark(papers, as: .queued, global) }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take papers out of the queue; they are unread again.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The papers, each a key, id, URL or quoted words of the title.")
    var papers: [String]

    func run() throws { try mark(papers, as: .unread, global) }
  }

  struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "move", abstract: "Move a queued paper to a place counted from 1.")
    @OptionGroup var global: GlobalOptions
    @Argument(help: "The paper.") var paper: String
    @Argument(help: "Its new place.") var place: Int

    func run() throws {
      let workspace = try Workspace(global.opening)
      try workspace.perform(
        .moveInQueue(try workspace.actions.paper(named: paper), to: place))
    }
  }

  private static func mark(
    _ papers: [String], as status: Status, _ global: GlobalOptions
  ) throws {
    let workspace = try Workspace(global.opening)
    let named = try papers.map { try workspace.actions.paper(named: $0) }
    if status == .unread {
      // Only a queued paper can leave the queue; a read one must not become unread by it.
      let queue = Set(try workspace.library.listed(.queue, limit: nil).map(\.id))
      if let stranger = named.firstIndex(where: { !queue.contains($0) }) {
        throw Failure(sentence: "“\(papers[stranger])” is not in the queue; nothing was changed")
      }
    }
    try workspace.perform(.progress(named, ProgressChange(status: status)))
  }
}

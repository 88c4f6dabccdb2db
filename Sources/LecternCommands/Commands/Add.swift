import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Put papers into the library by their ids or addresses.",
    discussion: """
      An arXiv id, a DOI, an OpenReview or ACL Anthology id, a key such as arxiv:1706.03762 or a web \
      address; nothing is looked up on the network. A paper without a title is among those that \
      need one: `lectern edit PAPER --title …` gives it one.
      """)
  @OptionGroup var global: GlobalOptions
  @Argument(help: "The papers, each an id or an address.") var identifiers: [String]
  @Option(help: "The title, when one paper is named.") var title: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    for name in identifiers where Identifier.recognise(SafeText.line(name)) == nil {
      throw ValidationError(
        "“\(SafeText.line(name, limit: 80))” is no arXiv id, DOI or address; write for instance "
          + "1706.03762, 10.1145/3292500.3330701 or https://example.org/paper")
    }
    if title != nil, identifiers.count > 1 {
      throw ValidationError("--title is for one paper, and \(identifiers.count) were named")
    }
    if let title, SafeText.line(title).isEmpty {
      throw ValidationError("--title takes a title, not an empty text")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let (outcome, papers) = try workspace.actions.add(identifiers, title: title)
    if json {
      print(try JSON.array(papers.map { try shape($0, workspace.library) }).printed)
    } else {
      print(outcome.sentence)
    }
    if outcome.changed { workspace.backUpDaily() }
  }

  private func shape(_ added: AddedPaper, _ library: Library) throws -> JSON {
    let detail = try library.paper(added.paper)
    return .object([
      .init("key", .string(detail?.key ?? "")),
      .init("title", .string(detail?.paper.title ?? "")),
      .init("change", .string(added.change.rawValue)),
    ])
  }
}

import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Put the facts of a paper right, as one step.",
    discussion: """
      An empty text takes a fact away, except a title. What you put right stays: no later import \
      changes it. `undo` takes it back.
      """)
  @OptionGroup var global: GlobalOptions
  @Argument(help: "A key, id, URL or quoted words of the title.") var paper: String
  @Option(help: "The title.") var title: String?
  @Option(help: "The name people say, such as BERT.") var shortName: String?
  @Option(name: .customLong("author"), help: "An author; once for each, in their order.")
  var authors: [String] = []
  @Option(help: "The year, four digits.") var year: String?
  @Option(help: "Where it was published.") var venue: String?
  @Option(help: "The abstract.") var abstract: String?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard !(try edits()).isEmpty else {
      throw ValidationError(
        "say what to change: --title, --short-name, --author, --year, --venue or --abstract")
    }
    if let title, SafeText.line(title).isEmpty {
      throw ValidationError("--title takes a title, not an empty text")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let id = try workspace.actions.paper(named: paper)
    try workspace.perform(.edit(id, edits()), on: id, json: json)
  }

  private func edits() throws -> [FactEdit] {
    var edits: [FactEdit] = []
    if let title { edits.append(.title(title)) }
    if let shortName { edits.append(.shortName(shortName)) }
    if !authors.isEmpty { edits.append(.authors(authors)) }
    if let year {
      let number = Int(year)
      guard year.isEmpty || number.map(FactEdit.years.contains) == true else {
        throw ValidationError("--year takes four digits, not “\(SafeText.line(year, limit: 80))”")
      }
      edits.append(.year(number))
    }
    if let venue { edits.append(.venue(venue)) }
    if let abstract { edits.append(.abstract(abstract)) }
    return edits
  }
}

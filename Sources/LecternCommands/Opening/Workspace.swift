import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import SeedLists

/// The open library and what can be done with it, for one command.
struct Workspace {
  let library: Library
  let actions: Actions

  /// Opens the library that the options, the environment or the XDG places name; makes it, with the
  /// built-in lists unless `--bare`, where none stands yet.
  init(_ options: OpeningOptions) throws {
    try self.init(options, Settings(options))
  }

  /// Opens the library as `init(_:)` does, with settings that were read already.
  init(_ options: OpeningOptions, _ settings: Settings) throws {
    var library = try Library.open(at: settings.places.library) {
      options.isBare ? [] : try SeedLists.documents.map { try ListFormat.parse($0).list }
    }
    library.historyBudget = settings.configuration.historyBudget
    self.library = library
    if let warning = library.warning { warn(warning) }
    actions = Actions(library: library)
  }

  /// Carries out a change and prints its sentence.
  func perform(_ change: Change) throws { report(try actions.perform(change)) }

  /// Prints the sentence of what was done.
  func report(_ outcome: Outcome) {
    print(outcome.sentence)
    if outcome.changed { backUpDaily() }
  }

  /// Carries out a change of a paper, and prints its sentence or the paper as it is now.
  func perform(_ change: Change, on paper: PaperID, json: Bool) throws {
    guard json else { return try perform(change) }
    let outcome = try actions.perform(change)
    if let detail = try library.paper(paper) { print(JSONShapes.show(detail).printed) }
    if outcome.changed { backUpDaily() }
  }

  /// Makes the day's backup where it is due, after what was done is said; a backup that fails is a
  /// warning on standard error.
  func backUpDaily() {
    let now = Clock.now()
    guard library.isDailyBackupDue(at: now) else { return }
    fflush(nil)
    if let warning = library.warningAfterBackUp(reason: .daily, at: now) { warn(warning) }
  }

  /// Reads a query; a wrong one is a usage error that points at the place.
  func query(_ text: String) throws -> Query {
    do {
      return try Query.parse(text)
    } catch {
      let caret = String(repeating: " ", count: error.offset) + "^"
      throw Failure(sentence: "\(error.message)\n  \(text)\n  \(caret)", code: 2)
    }
  }
}

extension Configuration {
  /// How much of the history is kept.
  fileprivate var historyBudget: HistoryBudget {
    HistoryBudget(steps: historySteps, bytes: historyMegabytes * 1_000_000)
  }
}

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
    library = try Library.open(at: Places(options).library) {
      options.isBare ? [] : try SeedLists.documents.map { try ListFormat.parse($0).list }
    }
    actions = Actions(library: library)
  }

  /// Carries out a change and prints its sentence.
  func perform(_ change: Change) throws {
    print(try actions.perform(change).sentence)
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

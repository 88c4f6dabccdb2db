import ReadingModel
import Terminal

/// A prompt for one line, with what it is for.
struct LinePrompt: Equatable, Sendable {
  /// What is to be done with the line.
  enum Purpose: Equatable, Sendable {
    /// It is the day before which weekly lists are old.
    case catchUp
    /// It is the name to keep a query under.
    case saveSearch(String)
    /// It is the new name of a saved search.
    case renameSearch(SavedSearchID)
    /// It names papers to put in, by their ids and addresses.
    case add
    /// It is a fact of a paper.
    case fact(PaperFact, PaperID)
  }

  /// What stands before the line.
  let label: String
  var input = LineInput()
  let purpose: Purpose
}

extension BrowserModel {
  /// Handles an event in the prompt for a line on top.
  mutating func type(_ prompt: LinePrompt, _ event: TerminalEvent) -> [Effect]? {
    var prompt = prompt
    switch event {
    case .key(.escape):
      layers.removeLast()
      return []
    case .key(.enter):
      layers.removeLast()
      return take(prompt.input.text, for: prompt.purpose)
    default:
      if prompt.input.handle(event) == .unhandled { return nil }
      layers[layers.count - 1] = .line(prompt)
      return []
    }
  }

  private mutating func take(_ text: String, for purpose: LinePrompt.Purpose) -> [Effect] {
    switch purpose {
    case .fact(let fact, let paper): return take(text, as: fact, of: paper)
    case _ where text.allSatisfy(\.isWhitespace): return []
    case .add: return [.perform(.add(Command.words(of: text), title: nil), .papers)]
    case .catchUp:
      guard text.utf8.count == 10, ISOWeek.name(of: text) != nil else {
        refuse("“\(text)” is no day; write it as in 2025-11-01.")
        return []
      }
      return [.previewCatchUp(before: text)]
    case .saveSearch(let query): return [.perform(.saveSearch(query, name: text), .papers)]
    case .renameSearch(let search): return [.perform(.renameSearch(search, to: text), .papers)]
    }
  }
}

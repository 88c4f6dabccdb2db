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
    /// It names tags to add and to remove.
    case tags
    /// It is what an imported list shall be.
    case wish(ImportWish, ImportRequest.ListPlace)
  }

  /// What Tab completes.
  enum Completion: Equatable, Sendable {
    /// Nothing.
    case none
    /// The whole line, which can be one of these.
    case line([String])
    /// The last word, which can be one of these tags.
    case tags([String])
  }

  /// What stands before the line.
  let label: String
  private(set) var input: LineInput
  let purpose: Purpose
  /// What can be written, in a few words.
  let hint: String
  var completion: Completion
  /// The words that Tab goes through; nil until it is pressed.
  private var cycle: WordCycle?

  init(
    label: String, text: String = "", purpose: Purpose, hint: String = "",
    completion: Completion = .none
  ) {
    self.label = label
    input = LineInput(text)
    self.purpose = purpose
    self.hint = hint
    self.completion = completion
  }

  /// The words that Tab can put in, and which of them it shows.
  var words: (words: [String], index: Int?) {
    if let cycle { return (cycle.words, cycle.index) }
    return (candidates.words, nil)
  }

  private var candidates: (base: String, words: [String]) {
    let text = input.text
    switch completion {
    case .none: return ("", [])
    case .line(let lines): return ("", lines.filter { $0.hasPrefix(text) && $0 != text })
    case .tags(let tags):
      let start = text.lastIndex(of: " ").map(text.index(after:)) ?? text.startIndex
      let sign = text[start...].prefix { TagWords.signs.contains($0) }
      let typed = text[start...].dropFirst(sign.count)
      guard !typed.isEmpty else { return ("", []) }
      return (
        text[..<start] + String(sign),
        tags.filter { $0.lowercased().hasPrefix(typed.lowercased()) && $0.count > typed.count }
      )
    }
  }

  /// Puts the next word in, or the one before.
  mutating func complete(by step: Int) {
    if cycle == nil {
      let (base, words) = candidates
      cycle = WordCycle(words, behind: base, step: step)
    } else {
      cycle?.go(by: step)
    }
    if let cycle { input.replaceText(with: cycle.text) }
  }

  /// Takes a key or a paste; false when it means nothing here.
  mutating func type(_ event: TerminalEvent) -> Bool {
    let outcome = input.handle(event)
    if outcome == .changed { cycle = nil }
    return outcome != .unhandled
  }
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
    case .key(.tab): prompt.complete(by: 1)
    case .key(.backTab): prompt.complete(by: -1)
    default: if !prompt.type(event) { return nil }
    }
    layers[layers.count - 1] = .line(prompt)
    return []
  }

  private mutating func take(_ text: String, for purpose: LinePrompt.Purpose) -> [Effect] {
    switch purpose {
    case .fact(let fact, let paper): return take(text, as: fact, of: paper)
    case _ where text.allSatisfy(\.isWhitespace): return []
    case .add: return [.perform(.add(Command.words(of: text), title: nil), .papers)]
    case .catchUp: return day(text).map { [.previewCatchUp(before: $0)] } ?? []
    case .saveSearch(let query): return [.perform(.saveSearch(query, name: text), .papers)]
    case .renameSearch(let search): return [.perform(.renameSearch(search, to: text), .papers)]
    case .tags:
      let names = TagWords.names(in: text)
      guard !names.add.isEmpty || !names.remove.isEmpty else { return [] }
      return change(.tag(add: names.add, remove: names.remove))
    case .wish(let wish, let list):
      if wish == .issued, day(text) == nil { return [] }
      return take(text, as: wish, of: list)
    }
  }

  /// The text where it is a day; else says how days are written.
  private mutating func day(_ text: String) -> String? {
    if text.utf8.count == 10, ISOWeek.name(of: text) != nil { return text }
    refuse("“\(text)” is no day; write it as in 2025-11-01.")
    return nil
  }
}

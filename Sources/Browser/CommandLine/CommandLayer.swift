/// The line behind the colon.
struct CommandLayer: Equatable, Sendable {
  /// What was typed, or completed.
  var input: LineInput
  /// Why the line could not be followed; nil until it was tried.
  var problem: String?
  /// What completion knows.
  var facts: CommandCompletion.Facts
  /// The words that Tab goes through; nil until it is pressed.
  private(set) var cycle: WordCycle?

  init(text: String = "", history: [String], facts: CommandCompletion.Facts) {
    input = LineInput(text, history: history)
    self.facts = facts
  }

  /// The words that the line can go on with, and which of them it shows.
  var words: (words: [String], index: Int?) {
    if let cycle { return (cycle.words, cycle.index) }
    return (CommandCompletion(of: input.text, facts: facts).words, nil)
  }

  /// Takes a line that was typed; the words for Tab are others then.
  mutating func take(_ typed: LineInput) {
    if typed.text != input.text {
      cycle = nil
      problem = nil
    }
    input = typed
  }

  /// Puts the next word in the place of the last one, or the one before.
  mutating func complete(by step: Int) {
    problem = nil
    if cycle == nil {
      let completion = CommandCompletion(of: input.text, facts: facts)
      cycle = WordCycle(completion.words, behind: completion.base, step: step)
    } else {
      cycle?.go(by: step)
    }
    guard let cycle else { return }
    input.replaceText(with: cycle.text)
    // A single word is what was meant: the next Tab goes on behind it.
    if cycle.isOnly { self.cycle = nil }
  }

  /// Takes in names that the path in the line can go on with, unless it is another one by now.
  mutating func take(_ names: [PathName], for text: String) {
    guard cycle == nil, CommandCompletion.path(in: input.text).map(String.init) == text else {
      return
    }
    facts.paths.take(names, for: text)
  }

  /// What the line does so far, in one line; nil while that is open.
  var summary: String? {
    guard let first = input.text.split(separator: " ").first else { return nil }
    guard let name = Command.Name.named(String(first)) else { return nil }
    if case .verb(let verb) = name, verb.usage != verb.rawValue {
      return "\(verb.usage) – \(verb.summary)"
    }
    return name.summary
  }
}

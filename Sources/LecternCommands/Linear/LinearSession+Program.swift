import Browser
import ReadingModel

/// Verbs, help and options.
extension LinearSession {
  /// Follows a verb of the browser's command line; papers may be named behind what it takes.
  mutating func follow(_ verb: CommandVerb, _ words: String) throws -> [String] {
    let (own, papers) = Self.split(words, of: verb)
    guard let command = try Command("\(verb.rawValue) \(own)") else { return [] }
    switch command {
    case .mark(let status): return try mark(status, papers)
    case .tag(let add, let remove):
      return try change(papers, asking: "Tag", as: own) { .tag($0, add: add, remove: remove) }
    case .rate(let rating):
      let change = rating.map(ProgressChange.Rating.set) ?? ProgressChange.Rating.none
      return try self.change(papers, asking: "Rate", as: own) {
        .progress($0, ProgressChange(rating: change))
      }
    case .pass(let pass):
      return try change(papers, asking: "Set", as: "to pass \(pass)") {
        .progress($0, ProgressChange(pass: pass))
      }
    case .add(let names): return try perform(.add(names, title: nil))
    case .list(let name): return try openPlace(named: name)
    case .search(let query): return try open(query)
    case .goTo(let number): return try go(to: number)
    case .showOptions: return sayOptions()
    case .showOption(let name): return sayOption(name)
    case .setOption(let name, let value):
      return [try world.setOption(name, to: value, isKept: false).said]
    case .keepOption(let name, let value):
      let keeping = try world.keeping(name, as: value)
      let said = try keeping.write()
      _ = try world.setOption(name, to: keeping.value, isKept: true)
      return [said]
    case .help(let text): return help(text)
    case .leave: return end()
    default: return ["“\(verb.rawValue)” is for the browser."]
    }
  }

  /// What a verb takes itself, and the papers named behind it.
  private static func split(_ words: String, of verb: CommandVerb) -> (own: String, papers: String)
  {
    let parts = words.split(separator: " ").map(String.init)
    let own: [String]
    switch verb {
    case .mark, .rate, .pass: own = Array(parts.prefix(1))
    case .tag:
      let signed = parts.filter { $0.first.map("+-".contains) == true }
      own = signed.isEmpty ? parts : signed
      return (own.joined(separator: " "), parts.filter { !own.contains($0) }.joined(separator: " "))
    default: return (words, "")
    }
    return (own.joined(separator: " "), parts.dropFirst(own.count).joined(separator: " "))
  }

  // MARK: Options

  private mutating func sayOptions() -> [String] {
    paged(world.options().map { "\($0.name) is \($0.value). \($0.summary)." })
  }

  private func sayOption(_ name: String) -> [String] {
    guard let option = world.options().first(where: { $0.name == name }) else {
      return ["There is no option “\(name)”; `set` names them all."]
    }
    return [
      "\(name) is \(option.value), from the \(option.source.rawValue); by default "
        + "\(option.standard). \(option.summary)."
    ]
  }

  // MARK: Help

  /// Says what commands there are, all of a group, or what one does.
  mutating func help(_ words: String) -> [String] {
    if words.isEmpty { return Self.overview }
    if words == "all" { return paged(LinearCommand.all.filter(\.isForLines).map(\.line)) }
    if words == "search" { return Self.queryLanguage }
    if let command = try? LinearCommand.named(words) { return [command.line] }
    let found = LinearCommand.matching(words)
    return found.isEmpty
      ? ["No command is about “\(words)”; `help all` says them all."] : paged(found.map(\.line))
  }

  private static let overview = [
    "Lists: `lists` names them, a number or `list NAME` opens one, `more` goes on, `back` goes back.",
    "Papers: a number or `show` says all about one; `down` and `up` go from one to the next.",
    "What to read: `next` says what and why, `path PAPER` what comes before a paper.",
    "Marks: `read`, `reading`, `skip`, `queue`, `unread`, each alone or with papers: `read 1 3-5`.",
    "More marks: `rate 4`, `pass 2`, `tag +NAME -NAME`.",
    "Notes: `note` begins one, a line with one dot saves it; `note edit` opens your editor.",
    "Links: `open` opens the paper in the web browser, `links` names all its links.",
    "Finding: `search WORDS`, `filter WORDS`, `order year`; `help search` has the query language.",
    "Weeks: `this-week`, `previous-week`, `next-week`, `triage`, `catch-up`.",
    "Taking back: `undo`, `redo`, `history`.",
    "Pictures in words: `map`, `statistics`.",
    "Documents: `import FILE`, `export FORMAT FILE`.",
    "A paper is a number that was said, a key, an arXiv id, a DOI, a URL, or words of its title.",
    "`help WORD` says more about one, `help all` about all; `quit` leaves.",
  ]

  /// The language of searches and filters, in sentences.
  static let queryLanguage = [
    "Words and “phrases” in quotes all have to match; - before a word means without it.",
    "In one place: title: author: note: abstract: list: section: tag:",
    "By state: status:unread, rating:>=4, pass:0, has:note, has:code.",
    "By time: year:2020..2023, added:<7d.",
    "Together: and, or, not, with ( ) around. Order: sort:year, sort:-added.",
  ]
}

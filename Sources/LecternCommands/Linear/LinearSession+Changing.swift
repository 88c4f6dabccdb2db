import Browser
import Interchange
import ReadingActions
import ReadingModel

/// Changes of papers, and taking them back.
extension LinearSession {
  /// Gives papers a status.
  mutating func mark(_ status: Status, _ words: String) throws -> [String] {
    try change(words, asking: "Mark", as: "as \(status.rawValue)") {
      .progress($0, ProgressChange(status: status))
    }
  }

  /// Changes the papers that are named; more than one only after a question.
  ///
  /// - Parameters:
  ///   - words: The papers, as `papers(_:)` reads them.
  ///   - verb: What the question begins with.
  ///   - end: What the question ends with.
  mutating func change(
    _ words: String, asking verb: String, as end: String,
    _ change: @escaping ([PaperID]) -> Change
  ) throws -> [String] {
    let papers = try self.papers(words)
    let isDecision = triage != nil && words.isEmpty
    guard papers.count > 1 else {
      return try perform(change(papers), isDecision: isDecision)
    }
    return ask(
      .confirm(["\(verb) \(Spoken.count(papers.count, "paper")) \(end)? Answer yes or no."]) {
        try $0.perform(change(papers), isDecision: false)
      })
  }

  /// Carries a change out and says what came of it; a decision of triage leads to the next paper.
  mutating func perform(_ change: Change, isDecision: Bool = false) throws -> [String] {
    let outcome = try world.perform(change)
    if outcome.changed, !isDecision { selected = [] }
    let said = [Spoken.outcome(outcome)]
    guard isDecision, outcome.changed else { return said }
    triage?.steps.append(.change)
    return try said + sayTriage()
  }

  /// Counts one pass more, after the third none.
  mutating func nextPass(_ words: String) throws -> [String] {
    let paper = try self.paper(words)
    let pass = try world.paper(paper)?.progress.pass ?? 0
    let next = pass >= Progress.passes.upperBound ? Progress.passes.lowerBound : pass + 1
    return try perform(.progress([paper], ProgressChange(pass: next)))
  }

  /// Rates one higher or lower; below one there is no rating.
  mutating func changeRating(by step: Int, _ words: String) throws -> [String] {
    let paper = try self.paper(words)
    let rating = (try world.paper(paper)?.progress.rating ?? 0) + step
    guard rating <= Progress.ratings.upperBound else {
      return ["The rating is \(Progress.ratings.upperBound) already, the highest."]
    }
    guard rating >= 0 else { return ["There is no rating to lower."] }
    let change = rating == 0 ? ProgressChange.Rating.none : .set(rating)
    return try perform(.progress([paper], ProgressChange(rating: change)))
  }

  /// Says which tags a paper has and which there are, or changes them.
  mutating func tags(_ words: String) throws -> [String] {
    guard words.isEmpty else { return try follow(.tag, words) }
    let detail = try world.paper(try paper(""))
    let own = detail?.tags ?? []
    let all = try world.tags()
    return [
      own.isEmpty ? "The paper has no tag." : "Tags of the paper: \(own.joined(separator: ", ")).",
      all.isEmpty ? "There is no tag yet." : "All tags: \(all.joined(separator: ", ")).",
      "`tag +NAME` adds one, `tag -NAME` removes it.",
    ]
  }

  /// Moves a paper to another place in the queue.
  mutating func moveInQueue(_ words: String) throws -> [String] {
    var names = words.split(separator: " ").map(String.init)
    guard let place = names.popLast().flatMap({ Int($0) }) else {
      return ["Write `move PAPER NUMBER`, or `move NUMBER` for the paper said last."]
    }
    return try perform(.moveInQueue(try paper(names.joined(separator: " ")), to: place))
  }

  // MARK: Prerequisites

  /// Says that the paper said last builds on another, and why.
  mutating func addPrerequisite(_ words: String) throws -> [String] {
    guard !words.isEmpty else {
      return ask(
        .line("Which paper does it build on? A number, a key or words, then because and why.") {
          try $0.addPrerequisite($1)
        })
    }
    let parts = words.split(separator: " because ", maxSplits: 1).map(String.init)
    return try perform(
      .addPrerequisite(
        try paper(""), required: try paper(parts[0]), why: parts.count > 1 ? parts[1] : ""))
  }

  /// Takes a prerequisite of the paper said last away.
  mutating func removePrerequisite(_ words: String) throws -> [String] {
    let paper = try self.paper("")
    let present = try world.paper(paper)?.prerequisites ?? []
    guard !present.isEmpty else { return ["The paper does not wait for anything."] }
    guard !words.isEmpty || present.count == 1 else {
      return ask(
        .line("Which one? It builds on \(Spoken.list(present.map(\.name))).") {
          try $0.removePrerequisite($1)
        })
    }
    let required = words.isEmpty ? present[0].paper : try self.paper(words)
    return try perform(.removePrerequisite(paper, required: required))
  }

  // MARK: Taking back

  /// Takes the last change back, the last so many, or one step of the history.
  mutating func undo(_ words: String) throws -> [String] {
    if triage?.steps.isEmpty == false, words.isEmpty { return try stepBack() }
    let parts = words.split(separator: " ")
    if parts.count == 2, parts[0] == "step", let step = Int64(parts[1]) {
      guard let preview = try world.undoPreview(of: step) else {
        return ["There is no step \(step); `history` has them."]
      }
      return ask(
        .confirm([preview.sentence, "Take step \(step) back? Answer yes or no."]) {
          try $0.perform(.undoStep(step))
        })
    }
    guard let count = words.isEmpty ? 1 : Int(words) else {
      return ["Write `undo`, `undo NUMBER` for so many changes, or `undo step NUMBER` for one."]
    }
    return [Spoken.outcome(try world.perform(.undo(count)), takenBackBy: "redo")]
  }

  /// Makes the last change that was taken back again, or the last so many.
  mutating func redo(_ words: String) throws -> [String] {
    guard let count = words.isEmpty ? 1 : Int(words) else {
      return ["Write `redo`, or `redo NUMBER` for so many changes."]
    }
    return [Spoken.outcome(try world.perform(.redo(count)))]
  }

  /// Says the changes, newest first.
  mutating func sayHistory(_ words: String) throws -> [String] {
    let steps = try world.history(limit: Int(words) ?? 200)
    guard !steps.isEmpty else { return ["Nothing was changed yet."] }
    return paged(
      steps.map { step in
        let revisited = step.revisited.map { " at \(world.localTime($0))" } ?? ""
        let state =
          switch step.state {
          case .done: step.revisited == nil ? "" : ", done again\(revisited)"
          case .undone: ", taken back\(revisited)"
          case .dropped: ", taken back\(revisited), and something else was done since"
          }
        return "Step \(step.id), \(world.localTime(step.at)): \(step.label)\(state)."
      } + ["`undo step NUMBER` takes one back."])
  }

  // MARK: Links and copies

  /// Opens the work in the web browser.
  mutating func openPaper(_ words: String) throws -> [String] {
    let paper = try self.paper(words)
    guard let link = try links(of: paper).first else {
      return ["\(Spoken.quoted(try title(of: paper))) has no address."]
    }
    current = paper
    return [Spoken.sentence(try world.openLink(link.url))]
  }

  /// Says the links of a paper with numbers.
  mutating func sayLinks(_ words: String) throws -> [String] {
    let paper = try self.paper(words)
    let links = try links(of: paper)
    guard !links.isEmpty else { return ["\(Spoken.quoted(try title(of: paper))) has no address."] }
    current = paper
    numbers = .links(links)
    return links.enumerated().map { "\($0 + 1): \($1.label), \($1.url)" }
      + ["A number opens one."]
  }

  private func links(of paper: PaperID) throws -> [PaperLink] {
    try world.paper(paper).map { PaperLink.all(of: $0.paper) } ?? []
  }

  /// Says what the browser would copy; the clipboard is the reader's own here.
  mutating func copy(_ kind: CopyKind, _ words: String) throws -> [String] {
    let paper = try self.paper(words)
    guard let text = try world.copyText(kind, of: paper) else {
      return ["\(Spoken.quoted(try title(of: paper))) has no address."]
    }
    return text.split(separator: "\n").map(String.init)
  }
}

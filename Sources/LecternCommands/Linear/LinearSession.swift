import Browser
import Foundation
import ReadingActions
import ReadingModel
import ReadingStore

/// Lectern in lines, for screen readers and terminals that can only print: a line goes in, lines come
/// out, and nothing else.
///
/// It knows no terminal: whoever has one reads the lines and says them.
struct LinearSession {
  /// What finds papers and lists, and plans imports.
  let desk: Actions
  /// The library, the disk and other programs, as the browser has them.
  let world: any BrowserEnvironment

  /// What is walked: a list, a search, the queue.
  var place: LinearPlace?
  /// Where one was before, the newest last.
  var earlier: [LinearPlace] = []
  /// The paper that was said last.
  var current: PaperID?
  /// The papers that the next change is about, in the order they were named.
  var selected: [PaperID] = []
  /// What a number alone leads to.
  var numbers = LinearNumbers.papers
  /// What `more` goes on with.
  var rest = LinearRest.nothing
  /// What waits for an answer.
  var question: LinearQuestion?
  /// The note that is being typed.
  var entry: LinearNote?
  /// The triage that goes on.
  var triage: LinearTriage?
  /// The triage of each list as it was left.
  var leftTriage: [RowSource: LinearTriage] = [:]
  /// The last search.
  var lastSearch: LinearPlace?
  /// Places with a letter.
  var marks: [Character: LinearPlace] = [:]
  /// What was said last, for who did not hear it.
  var lastSaid: [String] = []
  /// True once it is left.
  var isOver = false

  /// How many lines are said at a time.
  static let page = 20

  init(desk: Actions, world: any BrowserEnvironment) {
    self.desk = desk
    self.world = world
  }

  /// What stands before the next line.
  var prompt: String {
    if entry != nil { return "note: " }
    if question != nil { return "answer: " }
    return triage == nil ? "lectern: " : "triage: "
  }

  /// What is said first: how the library stands, drafts, and what to read next.
  mutating func begin() -> [String] {
    var lines: [String] = []
    do {
      let lists = try world.lists()
      let counts = try world.counts()
      lines.append(
        "Lectern, \(Spoken.count(lists.count, "list")), \(Spoken.count(counts.all, "paper")). "
          + "`help` names the commands, `quit` leaves.")
      if let draft = try world.drafts().first(where: { $0.paper != nil }) {
        lines.append(
          "A note on \(Spoken.quoted(draft.title)) from \(draft.time) was not saved; `draft` goes on "
            + "with it, `draft drop` removes it.")
      }
      if let next = try desk.nextUp(in: nil, count: 1).first {
        lines.append("Next is \(next.row.title), \(next.reason). `next` says more.")
      }
    } catch {
      lines += Spoken.lines(of: error)
    }
    return lines
  }

  /// Takes a line and says what came of it.
  mutating func take(_ line: String) -> [String] {
    let said: [String]
    do {
      if entry != nil {
        return try type(line)
      } else if let question {
        said = try answer(question, SafeText.line(line))
      } else {
        said = try follow(SafeText.line(line))
      }
    } catch {
      said = Spoken.lines(of: error)
    }
    if !said.isEmpty { lastSaid = said }
    return said
  }

  /// Puts what was typed and not yet kept on disk, when no more lines wait.
  mutating func settle() -> [String] {
    do {
      try keepDraft()
      return []
    } catch {
      return Spoken.lines(of: error)
    }
  }

  /// Leaves; a note that is being typed stays as a draft.
  mutating func end() -> [String] {
    isOver = true
    let problems = settle()
    guard let entry, entry.isTyped else { return problems }
    return problems + ["The note on \(Spoken.quoted(entry.title)) is kept as a draft."]
  }

  /// Follows a line that is a command.
  private mutating func follow(_ text: String) throws -> [String] {
    let line = text.hasPrefix(":") ? text.dropFirst().drop { $0 == " " } : text[...]
    guard let word = line.split(separator: " ").first.map(String.init) else { return try goOn() }
    if let number = Int(word), line.count == word.count { return try go(to: number) }
    let behind = line.dropFirst(word.count).drop { $0 == " " }
    return try LinearCommand.named(word).follow(&self, String(behind))
  }

  /// Asks something before anything is done.
  mutating func ask(_ question: LinearQuestion) -> [String] {
    self.question = question
    return question.said
  }

  private mutating func answer(_ question: LinearQuestion, _ text: String) throws -> [String] {
    let word = text.lowercased()
    if word == "more", question.isYesOrNo { return try sayMore() + question.said.suffix(1) }
    if ["no", "n", "cancel", "back", "quit", "q"].contains(word) {
      self.question = nil
      return ["Nothing was changed."]
    }
    guard question.isYesOrNo else {
      self.question = nil
      return text.isEmpty ? ["Nothing was changed."] : try question.then(&self, text)
    }
    guard word == "yes" || word == "y" else {
      return ["Please answer yes or no. \(question.said.last ?? "")"]
    }
    self.question = nil
    return try question.then(&self, text)
  }
}

/// What a number alone leads to.
enum LinearNumbers {
  /// A paper of the place.
  case papers
  /// One of the places that `lists` said.
  case places([LinearPlace])
  /// One of the links that `links` said.
  case links([PaperLink])
}

/// Something that waits for an answer.
struct LinearQuestion {
  /// What is said, the question itself last.
  let said: [String]
  /// True when it is answered with yes or no, false when with a line.
  let isYesOrNo: Bool
  /// What is done with the answer.
  let then: (inout LinearSession, String) throws -> [String]

  /// A question that yes alone lets go on.
  static func confirm(
    _ said: [String], then: @escaping (inout LinearSession) throws -> [String]
  ) -> LinearQuestion {
    LinearQuestion(said: said, isYesOrNo: true) { session, _ in try then(&session) }
  }

  /// A question for a line.
  static func line(
    _ text: String, then: @escaping (inout LinearSession, String) throws -> [String]
  ) -> LinearQuestion {
    LinearQuestion(said: [text], isYesOrNo: false, then: then)
  }
}

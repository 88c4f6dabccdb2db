import ReadingModel
import Terminal

/// Something that lies over the panes and takes the keys before they do.
enum Layer: Equatable, Sendable {
  case search(SearchPrompt)
  case filter(FilterPrompt)
  case listFinder(ListFinder)
  case line(LinePrompt)
  case letter(LetterPrompt)
  case triage(TriageLayer)
  case confirmation(Confirmation)
  case help(HelpLayer)
  case history(HistoryLayer)
  case map(MapLayer)
  case statistics(StatisticsLayer)
  case otherPaper(PaperPrompt)
  case prerequisites(Chooser<PaperID>)
  case identifiers(Chooser<Identifier>)
  case links(Chooser<PaperLink>)
  case notes(Chooser<NoteChoice>)
  case templates(Chooser<String?>)
  case noteList(NotesLayer)
  case noteConflict(NoteConflictLayer)
  case editor(EditorLayer)
  case draft(Draft)
  case palette(PaletteLayer)
  case command(CommandLayer)
  case options(Chooser<OptionListing>)
  case importPrompt(ImportPrompt)
  case importing(ImportLayer)
  case export(ExportLayer)
  case welcome
}

/// The prompt that searches as one types.
struct SearchPrompt: Equatable, Sendable {
  var input: LineInput
  /// Where Esc leads back to.
  let origin: Place
  /// What is wrong with the query so far.
  var problem: QueryError?

  /// How many matches are looked for while one types, one more than is said.
  ///
  /// Counting more would take longer than finding what is shown, and the next letter asks anew.
  static let mostFound = 1_001
}

/// A question that is answered with y or n.
struct Confirmation: Equatable, Sendable {
  let question: String
  let change: Change
}

/// The built-in editor over everything, or beside the paper where there is room for both.
struct EditorLayer: Equatable, Sendable {
  var editor: NoteEditor
  var target: NoteTarget
  /// What the note began with, which alone is not worth saving.
  var template: String?
  /// True when the editor is to have the whole screen.
  var isFull = false
  /// True while keys scroll the paper beside the editor.
  var isReading = false
  /// True when what is on the screen is not on disk yet.
  var isDraftDue = false
  /// True when there is a draft on disk, to be removed once the note is saved or dropped.
  var hasDraft: Bool
}

/// A note to write: one there is, or a new one.
struct NoteChoice: Equatable, Sendable {
  /// The note; nil for a new one.
  let note: Note?
  /// True when it is written in the person's own editor.
  let isExternal: Bool
}

/// A few numbered lines to choose from.
struct Chooser<Choice: Equatable & Sendable>: Equatable, Sendable {
  let title: String
  /// The choices and how they are shown.
  let choices: [(label: String, value: Choice)]
  /// The choice under the cursor.
  private(set) var cursor = 0
  /// The number that is being typed.
  private var typed = 0

  init(title: String, choices: [(label: String, value: Choice)]) {
    self.title = title
    self.choices = choices
  }

  static func == (left: Chooser, right: Chooser) -> Bool {
    left.title == right.title && left.cursor == right.cursor
      && left.choices.elementsEqual(right.choices) { $0.label == $1.label && $0.value == $1.value }
  }

  /// Moves the cursor by so many lines, no further than the ends.
  mutating func move(by count: Int) {
    cursor = max(0, min(choices.count - 1, cursor + count))
    typed = 0
  }

  /// Takes one more digit of the number of a choice and moves there; false when there is no such
  /// choice.
  mutating func type(_ digit: Int) -> Bool {
    let number = [typed * 10 + digit, digit].first { (1...max(1, choices.count)).contains($0) }
    guard let number, !choices.isEmpty else { return false }
    cursor = number - 1
    typed = number
    return true
  }

  /// True when a further digit would lead to no choice, so that the one typed is meant.
  var isDecided: Bool { typed > 0 && typed * 10 > choices.count }
}

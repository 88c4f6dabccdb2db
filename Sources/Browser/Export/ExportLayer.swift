import ReadingModel

/// Choosing what to export, in which format, and where to; each step can be gone back from.
struct ExportLayer: Equatable, Sendable {
  /// What is asked.
  enum Step: Equatable, Sendable {
    case choosing(Chooser<ExportOption>)
    /// A path is typed, with completion as for an import.
    case path(ImportPrompt)
    /// Whether the file at a path may be replaced.
    case replacing(question: String, path: String)
  }

  /// What was asked so far; the last is on the screen.
  var steps: [Step]
  /// What is exported, once it is chosen.
  var choice: ExportChoice?
  /// How it is written, once that is chosen.
  var format: ExportFormat?

  /// What was chosen, as a whole.
  var request: ExportRequest? {
    guard let choice, let format else { return nil }
    return ExportRequest(
      scope: choice.scope, title: choice.title, format: format, notesOnly: choice.notesOnly)
  }

  /// True while keys are text or an answer.
  var takesText: Bool { if case .choosing? = steps.last { false } else { true } }

  /// Puts another step in the place of the one on the screen.
  mutating func replaceStep(with step: Step) { steps[steps.count - 1] = step }
}

/// Something to choose in a step of an export.
enum ExportOption: Equatable, Sendable {
  case what(ExportChoice)
  case format(ExportFormat)
  /// A file in the folder that Lectern was started in.
  case file(String)
  /// A file or a folder that is still to be named.
  case other
  case clipboard
}

/// Papers that can be exported.
struct ExportChoice: Equatable, Sendable {
  let scope: ExportRequest.Scope
  /// What they are called together.
  let title: String
  /// True for their notes alone.
  var notesOnly = false
  /// What a file of them may be called, without an ending.
  let name: String

  /// A name for a file: letters, digits and hyphens.
  static func fileName(_ title: String) -> String {
    let words = SafeText.folded(title).split { !($0.isLetter || $0.isNumber) }
    var name = ""
    for word in words where name.count + word.count < 40 {
      name += (name.isEmpty ? "" : "-") + word
    }
    return name.isEmpty ? "papers" : name
  }
}

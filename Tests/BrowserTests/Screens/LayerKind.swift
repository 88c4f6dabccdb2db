@testable import Browser

/// What lies over the panes, with what is asked there: the names of all screens that a test has to
/// show.
enum LayerKind: String, CaseIterable {
  case none, search, tags, filter, listFinder, triage, confirmation, help, helpFinding, history, map
  case statistics, prerequisites, identifiers, links, notes, templates, noteList, noteConflict
  case editor, draft, palette, command, options, importPath, importing, importList, importTitle
  case importDate, exportChoice, exportPath, exportQuestion, welcome
  case markPlace, goToMark, prerequisite, prerequisiteReason, samePaper
  case catchUp, saveSearch, renameSearch, add, fact

  init(_ layer: Layer?) {
    self =
      switch layer {
      case nil: .none
      case .search: .search
      case .filter: .filter
      case .listFinder: .listFinder
      case .line(let prompt): LayerKind(prompt.purpose)
      case .letter(let prompt): prompt.isMarking ? .markPlace : .goToMark
      case .triage: .triage
      case .confirmation: .confirmation
      case .help(let layer): layer.isTyping ? .helpFinding : .help
      case .history: .history
      case .map: .map
      case .statistics: .statistics
      case .otherPaper(let prompt): LayerKind(prompt)
      case .prerequisites: .prerequisites
      case .identifiers: .identifiers
      case .links: .links
      case .notes: .notes
      case .templates: .templates
      case .noteList: .noteList
      case .noteConflict: .noteConflict
      case .editor: .editor
      case .draft: .draft
      case .palette: .palette
      case .command: .command
      case .options: .options
      case .importPrompt: .importPath
      case .importing: .importing
      case .export(let layer): LayerKind(layer.steps.last)
      case .welcome: .welcome
      }
  }

  private init(_ purpose: LinePrompt.Purpose) {
    self =
      switch purpose {
      case .catchUp: .catchUp
      case .saveSearch: .saveSearch
      case .renameSearch: .renameSearch
      case .add: .add
      case .fact: .fact
      case .tags: .tags
      case .wish(.slug, _): .importList
      case .wish(.title, _): .importTitle
      case .wish(.issued, _): .importDate
      }
  }

  private init(_ prompt: PaperPrompt) {
    self =
      switch prompt.purpose {
      case .same: .samePaper
      case .prerequisite: prompt.required == nil ? .prerequisite : .prerequisiteReason
      }
  }

  private init(_ step: ExportLayer.Step?) {
    self =
      switch step {
      case .choosing?, nil: .exportChoice
      case .path?: .exportPath
      case .replacing?: .exportQuestion
      }
  }
}

import ReadingModel

/// What is to be done outside the model; the runtime does it and sends the result as a message.
enum Effect: Equatable, Sendable {
  case loadLists(generation: Int)
  case loadSuggestions(limit: Int, generation: Int)
  /// Loads a window of rows; of a search, `most` matches are looked for, or as many as the library
  /// looks for without it.
  case loadRows(RowSource, start: Int, limit: Int, most: Int?, generation: Int)
  case loadPaper(PaperID, generation: Int)
  /// Loads where a paper matches the search or the filter that is shown.
  case loadSnippet(PaperID, RowSource)
  /// Loads which papers stand in a range of rows, for a change of all of them.
  ///
  /// Without a limit they are all that the source has, however many it shows.
  case loadRange(RowSource, start: Int, limit: Int?, PaperChange)
  /// Looks for the nearest unread paper from a row on, and then in lists.
  case findUnread(Direction, from: RowPlace, then: [ListID])
  /// Looks what catching up would skip.
  case previewCatchUp(before: String)
  case loadHistory(limit: Int)
  case loadGraph(ListID, generation: Int)
  case loadStatistics(generation: Int)
  /// Loads papers that a query finds, for a text that is being typed.
  case loadCandidates(Query, for: String)
  /// Loads two papers, for the question whether they are one; the first would be kept.
  case loadPair(PaperID, PaperID)
  /// Loads what taking back a step would do.
  case loadUndoPreview(Int64)
  /// Loads the versions of notes of a paper.
  case loadNoteVersions([NoteID], PaperID)
  /// Fills a template for a note that is begun.
  case beginNote(template: String, NoteTarget)
  case loadTags
  case loadDrafts
  /// Looks for papers by what was typed in the palette.
  case findPapers(Query, limit: Int)
  /// Looks up where a paper stands, to go there.
  case findPlace(PaperID, fallback: Place?)
  /// Loads what the command line completes, and what was entered in it where that is asked for.
  case loadCommandFacts(withHistory: Bool)
  /// Remembers a line of the command line.
  case keepCommand(String)
  /// Changes an option until Lectern is left, or after it was kept, which a sentence says.
  case setOption(String, value: String, kept: String?)
  /// Writes an option into the configuration; nil for the value it has now.
  case keepOption(String, value: String?)
  case markWelcomeSeen

  case perform(Change, ChangePurpose)
  case saveDraft(NoteTarget, body: String)
  case removeDraft(paperKey: String, note: NoteID?)
  case editExternally(String, NoteTarget)
  case openLink(String)
  case copy(CopyKind, PaperID, title: String)
  /// Writes papers to a file, or without a path to the clipboard.
  case export(ExportRequest, to: String?, mayReplace: Bool)

  case importing(ImportEffect)

  case suspend
  case redraw
  /// Sends a message after the effects before it.
  case send(Message)
}

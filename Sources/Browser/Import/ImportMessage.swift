import ReadingModel

/// What an import asks of the world outside the model.
enum ImportEffect: Equatable, Sendable {
  /// Loads the paths that were imported before.
  case loadPaths
  /// Remembers a path.
  case keepPath(String)
  /// Looks for names that a path can go on with, for a text that is being typed.
  case complete(ImportPath)
  case plan(ImportOrder, job: Int)
  case perform(ImportOrder, job: Int)
  /// Stops what is planned or imported.
  case stop
  /// Loads what the library has of the papers in view.
  case loadStanding([PaperID])
  /// Lets go of the documents.
  case forget
}

/// What happened to an import; answers to an older job than the last are dropped.
enum ImportMessage: Equatable, Sendable {
  case pathsLoaded([String])
  case names([PathName], for: String)
  /// So many entries are read.
  case progressed(Int, job: Int)
  case planned(ImportPreview, job: Int)
  case imported(ImportResult, job: Int)
  /// It was stopped, or could not be done; the sentence says what.
  case failed(String, job: Int)
  case standing([PaperID: StandingPaper])
}

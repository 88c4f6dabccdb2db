import Browser
import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Synchronization

/// Imports for the browser, beside its thread and through a connection of its own.
final class LiveImportDesk: ImportDesk {
  private struct State {
    /// What was planned last, with its documents.
    var material: ImportMaterial?
    var documents: [ImportDocument] = []
    var isWriting = false
  }

  private let library: Library
  private let home: String?
  private let dailyBackup: DailyBackup
  private let state = Mutex(State())

  init(_ library: Library, home: String?, dailyBackup: DailyBackup) {
    self.library = library
    self.home = home
    self.dailyBackup = dailyBackup
  }

  /// True while an import is being written.
  var isWriting: Bool { state.withLock { $0.isWriting } }

  func names(beginning path: [UInt8]) throws -> [PathName] {
    FolderNames.beginning(FolderNames.expanded(path, home: home))
  }

  func plan(_ order: ImportOrder, _ job: JobControl) throws -> ImportPlan {
    let (known, kept) = state.withLock { ($0.material, $0.documents) }
    let documents = known == order.material ? kept : try read(order.material)
    state.withLock { state in
      state.material = order.material
      state.documents = documents
    }
    return try library.withOwnConnection { library in
      try Actions(library: library).plan(
        importing: documents, order.request, isCancelled: { job.isCancelled },
        report: { job.report($0.entries) })
    }
  }

  func perform(_ order: ImportOrder, _ job: JobControl) throws -> ImportResult {
    let documents = state.withLock { state in
      state.isWriting = true
      return state.documents
    }
    defer { state.withLock { $0.isWriting = false } }
    return try library.withOwnConnection { library in
      var (outcome, plan) = try Actions(library: library).perform(
        importing: documents, order.request, isCancelled: { job.isCancelled },
        report: { job.report($0.entries) })
      if outcome.changed {
        if let warning = dailyBackup.takeWarning() { outcome.sentence += ". " + warning }
        dailyBackup.start(at: Clock.now())
      }
      let slug = plan.documents.lazy.flatMap(\.lists).first?.slug
      return ImportResult(
        outcome: outcome, list: try slug.flatMap { try library.list(slug: $0)?.id })
    }
  }

  func forget() {
    state.withLock { state in
      state.material = nil
      state.documents = []
    }
  }

  private func read(_ material: ImportMaterial) throws -> [ImportDocument] {
    switch material {
    case .pasted(let text):
      let lines = text.utf8.count { $0 == 0x0A } + (text.utf8.last == 0x0A ? 0 : 1)
      return [document(text, "pasted text, \(lines) \(lines == 1 ? "line" : "lines")")]
    case .line(let path):
      let file = FolderNames.expanded(path.exact, home: home)
      switch FolderNames.kind(of: file) {
      case nil: return [try lineDocument(path.shown)]
      case .other: throw Failure(sentence: "“\(path.shown)” is neither a file nor a folder.")
      case .file, .folder: break
      }
      let (documents, problems) = ImportFiles.read(exact: file, shown: path.shown)
      if documents.isEmpty, let problem = problems.first { throw Failure(sentence: problem) }
      return documents.map { document in
        ImportDocument(path: SafeText.line(document.path), source: document.source)
      }
    }
  }

  /// A line that names no file, as a document: an arXiv id, a DOI or an address is an entry.
  private func lineDocument(_ line: String) throws -> ImportDocument {
    let text = line.trimmingCharacters(in: .whitespaces)
    guard !Identifier.found(in: text).isEmpty else {
      throw Failure(sentence: "There is no file “\(SafeText.line(text, limit: 200))”.")
    }
    return document(text, text)
  }

  private func document(_ text: String, _ path: String) -> ImportDocument {
    ImportDocument(path: path, source: ImportSource(name: "", data: Data(text.utf8)))
  }
}

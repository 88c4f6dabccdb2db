import Browser
import ReadingModel
import Synchronization

/// Imports that are invented: plans by the name of the document, and a record of what was asked.
final class FakeImportDesk: ImportDesk {
  private struct State {
    var plans: [String: ImportPlan] = [:]
    var names: [String: [PathName]] = [:]
    var planned: [ImportOrder] = []
    var performed: [ImportOrder] = []
    var forgotten = 0
    var isEndless = false
    var refusal: String?
    var result = ImportResult(
      outcome: Outcome(sentence: "Imported “Weekly”: 2 new, 1 same"), list: nil)
  }

  private let state = Mutex(State())

  /// What a script waits for at `wake` besides the end of all work.
  nonisolated(unsafe) var beforeWoken: (() -> Void)?

  /// Called on the thread of the work after it has said how far it is.
  nonisolated(unsafe) var onReport: () -> Void = {}

  var planned: [ImportOrder] { state.withLock { $0.planned } }
  var performed: [ImportOrder] { state.withLock { $0.performed } }
  var forgotten: Int { state.withLock { $0.forgotten } }

  /// What an import of a path, or of `pasted` text, comes to.
  func plan(_ name: String, _ plan: ImportPlan) { state.withLock { $0.plans[name] = plan } }

  /// The names in a folder, which is written with its slash.
  func folder(_ folder: String, _ names: [PathName]) {
    state.withLock { $0.names[folder] = names }
  }

  /// Lets work go on until it is stopped.
  func goOnForever() { state.withLock { $0.isEndless = true } }

  /// Lets an import end with an error.
  func refuse(_ sentence: String?) { state.withLock { $0.refusal = sentence } }

  /// What an import ends with.
  func end(with result: ImportResult) { state.withLock { $0.result = result } }

  func names(beginning path: [UInt8]) throws -> [PathName] {
    let text = String(decoding: path, as: UTF8.self)
    let folder = text.lastIndex(of: "/").map { String(text[...$0]) } ?? ""
    let rest = Array(path.dropFirst(folder.utf8.count))
    return state.withLock { $0.names[folder] ?? [] }.filter { $0.exact.starts(with: rest) }
  }

  func plan(_ order: ImportOrder, _ job: JobControl) throws -> ImportPlan {
    state.withLock { $0.planned.append(order) }
    try goOn(job)
    let name =
      switch order.material {
      case .line(let path): path.shown
      case .pasted: "pasted"
      }
    guard var plan = state.withLock({ $0.plans[name] }) else {
      throw FakeFailure(description: "There is no file “\(name)”.")
    }
    for (place, wish) in order.request.lists {
      var list = plan.documents[place.document].lists[place.list]
      list.slug = wish.slug ?? list.slug
      list.title = wish.title ?? list.title
      list.kind = wish.kind ?? list.kind
      list.issued = wish.issued ?? list.issued
      plan.documents[place.document].lists[place.list] = list
    }
    return plan
  }

  func perform(_ order: ImportOrder, _ job: JobControl) throws -> ImportResult {
    state.withLock { $0.performed.append(order) }
    try goOn(job)
    if let refusal = state.withLock({ $0.refusal }) { throw FakeFailure(description: refusal) }
    return state.withLock { $0.result }
  }

  func forget() { state.withLock { $0.forgotten += 1 } }

  private func goOn(_ job: JobControl) throws {
    guard state.withLock({ $0.isEndless }) else { return }
    job.report(256)
    onReport()
    while !job.isCancelled {}
    state.withLock { $0.isEndless = false }
    throw FakeFailure(description: "stopped; nothing was imported")
  }
}

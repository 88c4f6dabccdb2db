import Foundation
import ReadingStore
import Synchronization

/// Makes the day's backup beside the browser, so that no key waits for it.
///
/// It starts with the first change of a day and runs on a queue of its own, through a connection of
/// its own.
final class DailyBackup: Sendable {
  private struct State {
    /// The day that was seen to, as ISO 8601 writes it.
    var day = ""
    var warning: String?
  }

  private let library: Library
  private let state = Mutex(State())
  private let running = DispatchGroup()
  private let queue = DispatchQueue(label: "lectern.backup", qos: .utility)

  init(_ library: Library) { self.library = library }

  /// Makes the backup of the day of a moment, ISO 8601 in UTC, where there is none yet.
  func start(at now: String) {
    let day = String(now.prefix(10))
    let isNew = state.withLock { state in
      defer { state.day = day }
      return state.day != day
    }
    guard isNew else { return }
    queue.async(group: running) { [self] in
      guard library.isDailyBackupDue(at: now) else { return }
      let warning = library.warningAfterBackUp(reason: .daily, at: now)
      state.withLock { $0.warning = warning }
    }
  }

  /// The sentence about a backup that failed, once.
  func takeWarning() -> String? {
    state.withLock { state in
      defer { state.warning = nil }
      return state.warning
    }
  }

  /// Waits until no backup is being made; the sentence about one that failed.
  func finish() -> String? {
    running.wait()
    return takeWarning()
  }
}

import Dispatch
import Synchronization

/// How the browser and work on another thread talk while it goes on.
public final class JobControl: Sendable {
  private let cancelled = Atomic(false)
  private let tell: @Sendable (Int) -> Void

  /// Makes a control.
  ///
  /// - Parameter tell: called on the thread of the work with how far it is.
  public init(tell: @escaping @Sendable (Int) -> Void = { _ in }) { self.tell = tell }

  /// True when the work shall stop at a safe place.
  public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// Says how far the work is.
  public func report(_ count: Int) { if !isCancelled { tell(count) } }

  func cancel() { cancelled.store(true, ordering: .relaxed) }
}

/// Long work beside the loop: one piece after the other on a queue of its own, each of which posts a
/// message and wakes the loop.
final class Jobs: Sendable {
  /// What the work is for; new work for a thing takes the place of the work before it.
  enum Purpose: Hashable, Sendable {
    case importing, completion, options
  }

  private struct State {
    var running: [Purpose: JobControl] = [:]
    var messages: [Message] = []
    /// The newest report of each, until it is taken.
    var reports: [Purpose: Message] = [:]
  }

  private let queue = DispatchQueue(label: "lectern.jobs")
  private let group = DispatchGroup()
  private let state = Mutex(State())
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Starts work and stops the work for the same thing before it.
  ///
  /// - Parameters:
  ///   - report: makes a message of how far it is.
  ///   - work: what is done; its message is posted unless other work took its place meanwhile.
  func start(
    _ purpose: Purpose, report: @escaping @Sendable (Int) -> Message,
    work: @escaping @Sendable (JobControl) -> Message
  ) {
    let control = JobControl { [self] count in
      let isFirst = state.withLock { state in
        state.reports.updateValue(report(count), forKey: purpose) == nil
      }
      if isFirst { wake() }
    }
    state.withLock { state in
      state.running.updateValue(control, forKey: purpose)?.cancel()
      state.reports[purpose] = nil
    }
    queue.async(group: group) { [self] in
      let isWanted = state.withLock { $0.running[purpose] === control }
      guard isWanted else { return }
      let message = work(control)
      let isNewest = state.withLock { state in
        guard state.running[purpose] === control else { return false }
        state.running[purpose] = nil
        state.reports[purpose] = nil
        state.messages.append(message)
        return true
      }
      if isNewest { wake() }
    }
  }

  /// Asks work to stop; it posts its message as ever.
  func stop(_ purpose: Purpose) {
    state.withLock { $0.running[purpose]?.cancel() }
  }

  /// What was posted since the last time, reports first.
  func takeMessages() -> [Message] {
    state.withLock { state in
      defer {
        state.messages = []
        state.reports = [:]
      }
      return Array(state.reports.values) + state.messages
    }
  }

  /// Waits until no work is going on.
  func wait() { group.wait() }

  /// Stops all work and waits until it has stopped.
  func finish() {
    state.withLock { state in for control in state.running.values { control.cancel() } }
    wait()
  }
}

import Dispatch

/// Something that one thread waits for until another one says it has happened.
final class Signal: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  /// Lets one wait go on.
  func send() { semaphore.signal() }

  /// Waits until it was sent once more than it was waited for.
  func waitForNext() { semaphore.wait() }
}

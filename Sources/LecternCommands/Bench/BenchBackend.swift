import Terminal

/// A terminal that shows nothing: it presses keys and takes the time from each to its frame.
final class BenchBackend: TerminalBackend {
  /// A key and what it is counted under; nil for one that only leads somewhere.
  typealias Press = (name: String?, key: Key)

  let size = Size(rows: 40, columns: 120)
  /// The times from a key to its frame, by what they are counted under.
  private(set) var times: [String: [Duration]] = [:]
  private var script: ArraySlice<Press>
  private var pressed: (name: String?, at: ContinuousClock.Instant)?

  init(_ script: [Press]) { self.script = script[...] }

  func draw(_ surface: Surface) {
    if let pressed, let name = pressed.name {
      times[name, default: []].append(ContinuousClock.now - pressed.at)
    }
    pressed = nil
  }

  func waitForEvents() -> [TerminalEvent] {
    guard let press = script.popFirst() else { return [.terminationRequested] }
    pressed = (press.name, ContinuousClock.now)
    return [.key(press.key)]
  }

  /// Nothing waits here that could be woken.
  let wake: @Sendable () -> Void = {}
  let hasWaitingInput = false
  let drawsASCII = false
  func release<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }
  func suspend() {}
  func invalidate() {}
  func copyToClipboard(_ text: String) {}
  func apply(_ settings: TerminalSettings) {}
  func setTitle(_ title: String) {}
  func ring() {}
}

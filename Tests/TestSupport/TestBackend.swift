public import Terminal

/// A terminal without a terminal: plays a script of events, one for each wait, and keeps the frames.
public final class TestBackend: TerminalBackend {
  /// The script is at its end and the program still waits for a key.
  public struct ScriptEnded: Error, Equatable {
    /// Makes the error.
    public init() {}
  }

  /// The size of the screen, as the last `.resized` of the script left it.
  public private(set) var size: Size
  /// All frames drawn, oldest first.
  public private(set) var frames: [Surface] = []
  /// The texts sent to the clipboard, oldest first.
  public private(set) var clipboard: [String] = []
  /// How often the terminal was given away for another program.
  public private(set) var releases = 0
  /// How often the process was stopped.
  public private(set) var suspensions = 0
  /// How often the screen was forgotten.
  public private(set) var invalidations = 0
  /// How often the bell rang.
  public private(set) var rings = 0
  private var script: ArraySlice<TerminalEvent>
  private let inOneBatch: Bool

  /// Makes a terminal that plays a script.
  ///
  /// - Parameter inOneBatch: Whether all events are waiting at once, as when keys come faster than
  ///   frames; otherwise each wait returns one.
  public init(size: Size, script: [TerminalEvent], inOneBatch: Bool = false) {
    self.size = size
    self.script = script[...]
    self.inOneBatch = inOneBatch
  }

  /// Keeps the frame.
  public func draw(_ surface: Surface) { frames.append(surface) }

  /// The next event of the script, or all of them; throws `ScriptEnded` when there is none.
  public func waitForEvents() throws -> [TerminalEvent] {
    guard !script.isEmpty else { throw ScriptEnded() }
    let events = inOneBatch ? Array(script) : Array(script.prefix(1))
    script = script.dropFirst(events.count)
    for case .resized(let newSize) in events { size = newSize }
    return events
  }

  /// False: each event is answered by a frame, so that a test can look at every one.
  public var hasWaitingInput: Bool { false }

  /// Runs the body and counts it.
  public func release<Result>(_ body: () throws -> Result) rethrows -> Result {
    releases += 1
    return try body()
  }

  /// Counts.
  public func suspend() { suspensions += 1 }

  /// Counts.
  public func invalidate() { invalidations += 1 }

  /// Keeps the text.
  public func copyToClipboard(_ text: String) { clipboard.append(text) }

  /// Counts.
  public func ring() { rings += 1 }
}

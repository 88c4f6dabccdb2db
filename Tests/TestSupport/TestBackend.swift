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
  /// The settings that were asked for, oldest first.
  public private(set) var applied: [TerminalSettings] = []
  /// The title that was set last.
  public private(set) var title = ""
  /// How often the terminal was given away for another program.
  public private(set) var releases = 0
  /// How often the process was stopped.
  public private(set) var suspensions = 0
  /// How often the screen was forgotten.
  public private(set) var invalidations = 0
  /// How often the bell rang.
  public private(set) var rings = 0
  /// Called before a `.woken` of the script, so that a test can wait for what wakes the terminal.
  public var beforeWoken: () -> Void = {}
  private var script: ArraySlice<TerminalEvent>
  private let inOneBatch: Bool
  private let isFast: Bool

  /// Makes a terminal that plays a script.
  ///
  /// - Parameters:
  ///   - size: The size of the screen at the start.
  ///   - script: The events, one for each wait.
  ///   - inOneBatch: Whether all events come with the first wait.
  ///   - isFast: Whether the next event is waiting as soon as one was taken, as when keys come faster
  ///     than frames.
  public init(
    size: Size, script: [TerminalEvent], inOneBatch: Bool = false, isFast: Bool = false
  ) {
    self.size = size
    self.script = script[...]
    self.inOneBatch = inOneBatch
    self.isFast = isFast
  }

  /// Keeps the frame.
  public func draw(_ surface: Surface) { frames.append(surface) }

  /// The next event of the script, or all of them; throws `ScriptEnded` when there is none.
  public func waitForEvents() throws -> [TerminalEvent] {
    guard !script.isEmpty else { throw ScriptEnded() }
    let events = inOneBatch ? Array(script) : Array(script.prefix(1))
    script = script.dropFirst(events.count)
    if events.contains(.woken) { beforeWoken() }
    for case .resized(let newSize) in events { size = newSize }
    return events
  }

  /// Does nothing: the script says when the terminal is woken.
  public var wake: @Sendable () -> Void { {} }

  /// False unless events come fast: each is answered by a frame, so that a test can look at every one.
  public var hasWaitingInput: Bool { isFast && !script.isEmpty }

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

  /// Keeps the settings, the newest last.
  public func apply(_ settings: TerminalSettings) { applied.append(settings) }

  /// True once settings ask for ASCII.
  public var drawsASCII: Bool { applied.last?.asciiOnly ?? false }

  /// Keeps the title.
  public func setTitle(_ title: String) { self.title = title }

  /// Counts.
  public func ring() { rings += 1 }
}

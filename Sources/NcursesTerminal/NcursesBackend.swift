internal import CNcurses
public import Terminal

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The real terminal, through ncurses.
///
/// There is one screen per process. Not `Sendable`, so that the compiler keeps it, and with it every
/// call into ncurses, in one place; only its `waker` goes to other threads.
public final class NcursesBackend: TerminalBackend {
  /// How the terminal is used.
  public struct Options: Sendable {
    /// The milliseconds after which an Escape with nothing behind it is the key; nil takes
    /// `ESCDELAY` from the environment, or 25.
    public var escapeDelay: Int?
    /// The look of each role; nil is the standard theme, or none but weight where `NO_COLOR` is set.
    public var theme: Theme?
    /// Whether only ASCII is drawn; a terminal that does not take UTF-8 gets ASCII in any case.
    public var asciiOnly: Bool
    /// The file that takes standard error while the screen is up; nil leaves it alone.
    public var logPath: String?

    /// Makes options.
    public init(
      escapeDelay: Int? = nil, theme: Theme? = nil, asciiOnly: Bool = false, logPath: String? = nil
    ) {
      self.escapeDelay = escapeDelay
      self.theme = theme
      self.asciiOnly = asciiOnly
      self.logPath = logPath
    }
  }

  private let escapeDelay: Int32
  /// True when the terminal, the locale or a person allows ASCII only.
  public let drawsASCII: Bool
  private var palette: Palette
  private var decoder = InputDecoder()
  /// What the terminal shows; nil when that is not known.
  private var shown: Surface?
  /// The size that the program was last told.
  private var knownSize: Size
  private var buffer = [UInt8](repeating: 0, count: 65536)

  /// Takes the terminal.
  ///
  /// - Throws: `TerminalError` when there is none or terminfo does not know it; nothing has changed
  ///   then.
  public init(_ options: Options = Options()) throws(TerminalError) {
    switch lc_start(options.logPath) {
    case LC_STARTED: break
    case LC_UNKNOWN_TERMINAL: throw .unknownTerminal(environmentValue("TERM") ?? "")
    case LC_DUMB_TERMINAL: throw .dumbTerminal(environmentValue("TERM") ?? "")
    default: throw .notATerminal
    }
    let delay = options.escapeDelay ?? environmentValue("ESCDELAY").flatMap { Int($0) } ?? 25
    escapeDelay = Int32(min(max(0, delay), 10000))
    drawsASCII = options.asciiOnly || !lc_is_utf8()
    let isPlain = environmentValue("NO_COLOR")?.isEmpty == false
    let colors = Int(lc_colors())
    let theme = options.theme ?? (isPlain ? .mono : .standard)
    palette = Palette(theme: colors >= 8 ? theme : .mono, colors: colors)
    knownSize = currentSize()
  }

  deinit { lc_stop() }

  /// The size of the window now.
  public var size: Size { currentSize() }

  /// Wakes `waitForEvents` from another thread.
  public var waker: Waker { Waker() }

  /// Puts a frame on the screen; only the cells that changed are handed to ncurses, which sends what
  /// differs in one piece.
  public func draw(_ surface: Surface) {
    let frame = drawsASCII ? surface.ascii() : surface
    let screen = currentSize()
    if shown?.size != frame.size || frame.size != screen { shown = nil }
    if shown == nil { lc_clear() }
    let before = shown ?? Surface(size: frame.size)
    let columns = min(frame.size.columns, screen.columns)
    for row in 0..<min(frame.size.rows, screen.rows) {
      guard let changed = frame.changedColumns(row: row, since: before, upTo: columns) else {
        continue
      }
      put(frame, row: row, columns: changed)
    }
    let cursor = frame.cursor
    let isInside = cursor.map { $0.row < screen.rows && $0.column < screen.columns } ?? false
    lc_frame(Int32(cursor?.row ?? 0), Int32(cursor?.column ?? 0), isInside)
    shown = frame
  }

  private func put(_ frame: Surface, row: Int, columns: Range<Int>) {
    lc_run_begin(Int32(row), Int32(columns.lowerBound))
    var column = columns.lowerBound
    // Neighbours mostly look alike, so the palette is asked once for each stretch of one style.
    var shownStyle = Style.plain
    var entry = palette.entry(for: shownStyle)
    while column < columns.upperBound {
      guard case .cluster(let character, let style) = frame[row, column] else { break }
      let isWide = column + 1 < columns.upperBound && frame[row, column + 1] == .continuation
      if style != shownStyle {
        shownStyle = style
        entry = palette.entry(for: style)
      }
      let width: Int32 = isWide ? 2 : 1
      if character.utf8.count == 1, let byte = character.utf8.first {
        var scalar = UInt32(byte)
        lc_run_add(&scalar, 1, width, entry.attributes, entry.pair)
      } else {
        let scalars = character.unicodeScalars.map(\.value)
        lc_run_add(scalars, Int32(scalars.count), width, entry.attributes, entry.pair)
      }
      column += Int(width)
    }
    lc_run_end()
  }

  /// Waits for input, a signal or a wake, and returns all that is there.
  public func waitForEvents() throws -> [TerminalEvent] {
    while true {
      var events = resizeEvents()
      let flags = lc_wait(!events.isEmpty ? 0 : decoder.isWaiting ? escapeDelay : -1)
      if flags & Int32(LC_STOP_ASKED) != 0 { suspend() }
      if flags & Int32(LC_CONTINUED) != 0 {
        lc_resume()
        shown = nil
      }
      if flags & Int32(LC_STOP_ASKED | LC_CONTINUED) != 0 { events.append(.resumed) }
      events += resizeEvents()
      if flags & Int32(LC_INPUT) != 0 {
        events += readKeys()
      } else if flags == 0 {
        events += decoder.flush()
      }
      if flags & Int32(LC_WOKEN) != 0 { events.append(.woken) }
      if flags & Int32(LC_TERMINATED) != 0 { events.append(.terminationRequested) }
      if !events.isEmpty { return events }
    }
  }

  private func resizeEvents() -> [TerminalEvent] {
    let now = currentSize()
    guard now != knownSize else { return [] }
    knownSize = now
    return [.resized(now)]
  }

  private func readKeys() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while true {
      let count = lc_read(&buffer, buffer.count)
      guard count > 0 else { return events }
      events += decoder.decode(buffer[..<count])
    }
  }

  /// True when bytes wait that no event was made of yet.
  public var hasWaitingInput: Bool { lc_has_input() }

  /// Gives the terminal back, runs `body`, and takes it again; the next frame is drawn as a whole.
  public func release<Result>(_ body: () throws -> Result) rethrows -> Result {
    lc_release()
    defer {
      lc_resume()
      shown = nil
    }
    return try body()
  }

  /// Stops the process group, as ^Z does in a shell; returns when it goes on, and the next frame is
  /// drawn as a whole.
  public func suspend() {
    lc_suspend()
    shown = nil
  }

  /// Lets the next frame clear the screen and draw every cell.
  public func invalidate() { shown = nil }

  /// Asks the terminal to put text on the clipboard; whether it does is its own affair.
  public func copyToClipboard(_ text: String) {
    let insideTmux = environmentValue("TMUX")?.isEmpty == false
    send(clipboardSequence(for: text, insideTmux: insideTmux))
  }

  /// Sounds or flashes the bell.
  public func ring() { send([0x07]) }

  private func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      lc_send(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
}

/// Wakes the terminal of this process from any thread.
public struct Waker: Sendable {
  /// Makes the next or the present `waitForEvents` return `.woken`.
  public func wake() { lc_wake() }
}

private func currentSize() -> Size {
  var rows: Int32 = 0
  var columns: Int32 = 0
  lc_size(&rows, &columns)
  return Size(rows: Int(rows), columns: Int(columns))
}

private func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

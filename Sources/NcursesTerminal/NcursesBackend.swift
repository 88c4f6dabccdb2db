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
  private var settings: TerminalSettings
  private let isPlain: Bool
  private let depth: ColorDepth
  private var palette: Palette
  private var decoder = InputDecoder()
  /// Events that came with an answer of the terminal.
  private var early: [TerminalEvent] = []
  /// What the terminal shows; nil when that is not known.
  private var shown: Surface?
  private var shownTitle: String?
  /// The size that the program was last told.
  private var knownSize: Size
  private var buffer = [UInt8](repeating: 0, count: 65536)

  /// Takes the terminal.
  ///
  /// - Throws: `TerminalError` when there is none or terminfo does not know it; nothing has changed
  ///   then.
  public init(_ options: Options = Options()) throws(TerminalError) {
    isPlain = options.isPlain || environmentValue("NO_COLOR")?.isEmpty == false
    let hasDirectColor = ["truecolor", "24bit"].contains(environmentValue("COLORTERM"))
    let wantsDirectColor = !isPlain && hasDirectColor && options.settings.theme.needsDirectColor
    switch lc_start(options.logPath, wantsDirectColor) {
    case LC_STARTED: break
    case LC_UNKNOWN_TERMINAL: throw .unknownTerminal(environmentValue("TERM") ?? "")
    case LC_DUMB_TERMINAL: throw .dumbTerminal(environmentValue("TERM") ?? "")
    default: throw .notATerminal
    }
    depth = isPlain ? .none : ColorDepth(colors: Int(lc_colors()))
    settings = options.settings
    palette = Palette(theme: settings.theme, depth: depth, hasItalics: lc_has_italics())
    knownSize = currentSize()
    if options.probesAmbiguousWidth, lc_is_utf8() { probeAmbiguousWidth() }
    lc_set_modes(modes)
  }

  deinit { lc_stop() }

  /// The size of the window now.
  public var size: Size { currentSize() }

  /// Wakes `waitForEvents` from another thread.
  public var wake: @Sendable () -> Void { { lc_wake() } }

  /// True when the terminal, the locale or a person allows ASCII only.
  public var drawsASCII: Bool { settings.asciiOnly || !lc_is_utf8() }

  /// Follows other settings; colours by their parts need a terminal that was opened for them, so a
  /// theme may be shown in the nearest of 256 until the next start.
  public func apply(_ settings: TerminalSettings) {
    if settings.theme != self.settings.theme {
      palette = Palette(theme: settings.theme, depth: depth, hasItalics: lc_has_italics())
    }
    self.settings = settings
    shown = nil
    shownTitle = nil
    lc_set_modes(modes)
  }

  private var modes: UInt32 {
    var modes = UInt32(LC_MODE_PASTE | LC_MODE_FOCUS)
    if settings.usesMouse { modes |= UInt32(LC_MODE_MOUSE) }
    if takesTitles { modes |= UInt32(LC_MODE_TITLE) }
    return modes
  }

  /// The Linux console has no window to name, and shows what it does not know.
  private var takesTitles: Bool {
    settings.showsTitle && lc_takes_sequences()
      && environmentValue("TERM")?.hasPrefix("linux") == false
  }

  /// Names the window, where titles are wanted.
  public func setTitle(_ title: String) {
    guard takesTitles, title != shownTitle else { return }
    shownTitle = title
    send(titleSequence(for: title))
  }

  /// Draws a character and asks where the cursor is behind it; a terminal that does not answer within
  /// a fifth of a second has narrow ones.
  private func probeAmbiguousWidth() {
    guard lc_takes_sequences() else { return }
    send(CursorReport.question)
    var read: [UInt8] = []
    for _ in 0..<20 {
      guard lc_wait(200) & Int32(LC_INPUT) != 0 else { break }
      let count = lc_read(&buffer, buffer.count)
      read += buffer[..<count]
      guard let answer = CursorReport.find(in: read) else { continue }
      AmbiguousWidth.inUse = answer.column >= 3 ? .wide : .narrow
      read = answer.rest
      break
    }
    early = decoder.decode(read)
  }

  /// Puts a frame on the screen; only the cells that changed are handed to ncurses, which sends what
  /// differs in one piece.
  public func draw(_ surface: Surface) {
    let frame = drawsASCII ? surface.ascii() : surface
    let screen = currentSize()
    if shown?.size != frame.size || frame.size != screen { shown = nil }
    if shown == nil { lc_clear() }
    let paintsAll = shown == nil && palette.paintsBackground
    let before = shown ?? Surface(size: frame.size)
    let columns = min(frame.size.columns, screen.columns)
    var drawn: [Int] = []
    for row in 0..<min(frame.size.rows, screen.rows) {
      let changed =
        paintsAll ? 0..<columns : frame.changedColumns(row: row, since: before, upTo: columns)
      guard let changed else { continue }
      put(frame, row: row, columns: changed)
      drawn.append(row)
    }
    let cursor = frame.cursor
    let isInside = cursor.map { $0.row < screen.rows && $0.column < screen.columns } ?? false
    lc_frame(Int32(cursor?.row ?? 0), Int32(cursor?.column ?? 0), isInside)
    drawOverlay(frame, rows: drawn, before: before)
    shown = frame
  }

  private func drawOverlay(_ frame: Surface, rows: [Int], before: Surface) {
    guard lc_takes_sequences() else { return }
    let isLinked = settings.linksAddresses && environmentValue("TERM")?.hasPrefix("linux") == false
    var rows = rows
    if isLinked, frame.links != before.links {
      let linked = Set(frame.links).subtracting(before.links).map(\.row)
      rows = Set(rows).union(linked).sorted()
    }
    let overlay = Overlay(depth: depth, linksAddresses: isLinked, rendering: palette.rendering)
    let bytes = overlay.bytes(for: frame, rows: rows)
    if !bytes.isEmpty { send(bytes) }
  }

  private func put(_ frame: Surface, row: Int, columns: Range<Int>) {
    lc_run_begin(Int32(row), Int32(columns.lowerBound))
    let cells = frame.packed[row * frame.size.columns..<(row + 1) * frame.size.columns]
    let start = cells.startIndex
    let end = start + columns.upperBound
    var index = start + columns.lowerBound
    var stretch: [UInt32] = []
    stretch.reserveCapacity(columns.count)
    while index < end {
      let cell = cells[index]
      // Neighbours mostly look alike, so they go to ncurses together.
      let entry = palette.entry(for: cell.styleCode)
      stretch.removeAll(keepingCapacity: true)
      while index < end, cells[index].styleCode == cell.styleCode, !cells[index].isNumbered,
        !cells[index].isContinuation, index + 1 == end || !cells[index + 1].isContinuation
      {
        stretch.append(cells[index].content)
        index += 1
      }
      if !stretch.isEmpty {
        lc_run_add_narrow(stretch, Int32(stretch.count), entry.attributes, entry.pair)
        continue
      }
      let isWide = index + 1 < end && cells[index + 1].isContinuation
      let width: Int32 = isWide ? 2 : 1
      if isWide, AmbiguousWidth.inUse == .wide, Overlay.isMisjudged(frame, row, index - start) {
        // The overlay draws what ncurses would put into one column.
        lc_run_add_narrow([0x20, 0x20], 2, entry.attributes, entry.pair)
      } else {
        let scalars = frame.character(of: cell).unicodeScalars.map(\.value)
        lc_run_add(scalars, Int32(scalars.count), width, entry.attributes, entry.pair)
      }
      index += Int(width)
    }
    lc_run_end()
  }

  /// Waits for input, a signal or a wake, and returns all that is there.
  public func waitForEvents() throws -> [TerminalEvent] {
    while true {
      var events = early + resizeEvents()
      early = []
      let delay = Int32(min(max(0, settings.escapeDelay), 10000))
      let flags = lc_wait(!events.isEmpty ? 0 : decoder.isWaiting ? delay : -1)
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

  /// True when bytes wait that no event was made of yet, or the window has another size again.
  public var hasWaitingInput: Bool { lc_has_input() || currentSize() != knownSize }

  /// Gives the terminal back, runs `body`, and takes it again; the next frame is drawn as a whole.
  public func release<Result>(_ body: () throws -> Result) rethrows -> Result {
    lc_release()
    defer {
      lc_resume()
      shown = nil
      shownTitle = nil
    }
    return try body()
  }

  /// Stops the process group, as ^Z does in a shell; returns when it goes on, and the next frame is
  /// drawn as a whole.
  public func suspend() {
    lc_suspend()
    shown = nil
    shownTitle = nil
  }

  /// Lets the next frame clear the screen and draw every cell.
  public func invalidate() { shown = nil }

  /// Asks the terminal to put text on the clipboard; whether it does is its own affair.
  public func copyToClipboard(_ text: String) {
    send(clipboardSequence(for: text, inside: Multiplexer(environment: environmentValue)))
  }

  /// Sounds or flashes the bell.
  public func ring() { send([0x07]) }

  private func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      lc_send(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
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

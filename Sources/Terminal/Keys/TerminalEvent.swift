/// A key press, free of any terminal library's numbering.
public enum Key: Hashable, Sendable {
  /// A character as typed; space is a character.
  case character(Character)
  /// A letter or sign with Ctrl, lower case: `control("p")`.
  case control(Character)
  /// A character with Alt or after Escape in one piece.
  case alt(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 to F12.
  case function(Int)
}

/// Something the terminal reports.
public enum TerminalEvent: Hashable, Sendable {
  /// A key press.
  case key(Key)
  /// Text pasted in one piece (bracketed paste), line ends as `\n`, not yet cleaned.
  case paste(String)
  /// The window has another size now.
  case resized(Size)
  /// Back from suspension, or the screen was disturbed: everything must be drawn again.
  case resumed
  /// The terminal or the session wants the program to leave (SIGTERM, SIGHUP, SIGINT).
  case terminationRequested
  /// Something was done with the mouse.
  case mouse(MouseEvent)
  /// The terminal got the focus, or lost it.
  case focused(Bool)
  /// Another thread woke the terminal.
  case woken
}

/// The terminal, as the runtime sees it.
public protocol TerminalBackend: AnyObject {
  /// The size of the screen now.
  var size: Size { get }
  /// Puts a frame on the screen; only what changed since the last frame is sent.
  func draw(_ surface: Surface)
  /// Waits for input, or until another thread wakes the terminal; returns all that is waiting.
  func waitForEvents() throws -> [TerminalEvent]
  /// Makes `waitForEvents` return `.woken`; it may be called on any thread.
  var wake: @Sendable () -> Void { get }
  /// True when input is waiting or the window has changed, so that a frame drawn now would be old at once.
  var hasWaitingInput: Bool { get }
  /// Gives the terminal back to the shell, runs `body` (an editor), and takes it again.
  func release<Result>(_ body: () throws -> Result) rethrows -> Result
  /// Stops the process as ^Z does and returns when it goes on.
  func suspend()
  /// Forgets what is on the screen, so that the next frame is drawn as a whole.
  func invalidate()
  /// Asks the terminal to put text on the clipboard (OSC 52).
  func copyToClipboard(_ text: String)
  /// Follows other settings from now on; the next frame is drawn as a whole.
  func apply(_ settings: TerminalSettings)
  /// True when the terminal, the locale or a person allows ASCII only.
  var drawsASCII: Bool { get }
  /// Lets the title of the terminal say so, where titles are wanted.
  func setTitle(_ title: String)
  /// Sounds or flashes the bell.
  func ring()
}

import ReadingModel
import Terminal
import TestSupport

@testable import Browser

/// A script of keys played on the real runtime, with a terminal and a library that are not.
struct Played {
  let backend: TestBackend
  let library: FakeLibrary
  /// What the browser knew at the end.
  let model: BrowserModel
  /// True when the browser was left before the script was at its end.
  let wasLeft: Bool

  init(
    _ script: String = "", rows: Int = 40, columns: Int = 120, library: FakeLibrary = FakeLibrary(),
    settings: BrowserSettings = BrowserSettings(), inOneBatch: Bool = false
  ) throws {
    try self.init(
      events: keys(script), size: Size(rows: rows, columns: columns), library: library,
      settings: settings, inOneBatch: inOneBatch)
  }

  init(
    events: [TerminalEvent], size: Size, library: FakeLibrary = FakeLibrary(),
    settings: BrowserSettings = BrowserSettings(), inOneBatch: Bool = false
  ) throws {
    backend = TestBackend(size: size, script: events, inOneBatch: inOneBatch)
    self.library = library
    let runtime = Runtime(backend: backend, environment: library, settings: settings)
    let waiting = library.importing.beforeWoken
    backend.beforeWoken = { [unowned runtime] in
      if let waiting { waiting() } else { runtime.waitForJobs() }
    }
    do {
      try runtime.run()
      wasLeft = true
    } catch is TestBackend.ScriptEnded {
      wasLeft = false
    }
    model = runtime.model
  }

  /// The last frame.
  var screen: Surface { backend.frames.last ?? Surface(size: Size(rows: 0, columns: 0)) }

  /// The rows of the last frame.
  var lines: [String] {
    screen.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The last row of the last frame, where things are said.
  var footer: String { lines.dropLast().last ?? "" }

  /// The text of the cells that stand in reverse, the row under the cursor.
  var cursorRow: String {
    var text = ""
    for row in 0..<screen.size.rows {
      for column in 0..<screen.size.columns {
        if case .cluster(let character, let style) = screen[row, column],
          style.attributes.contains(.reverse)
        {
          text.append(character)
        }
      }
    }
    return text
  }
}

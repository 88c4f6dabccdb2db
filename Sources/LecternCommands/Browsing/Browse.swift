import Browser
import Foundation
import NcursesTerminal
import ReadingStore
import Terminal

/// Opens the browser on this terminal and returns when it is left.
enum Browse {
  static func run(_ global: GlobalOptions) throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      throw Failure(
        sentence: "the browser needs a terminal and standard output is none; "
          + "`lectern --help` lists the commands that work without one", code: 2)
    }
    let settings = try Settings(global)
    let bindings = KeyBindings(settings)
    let workspace = try Workspace(global)
    let environment = LiveEnvironment(workspace, settings)
    let backend = try terminal(settings, global)
    let runtime = Runtime(
      backend: backend, environment: environment,
      settings: BrowserSettings(
        glyphs: backend.drawsASCII ? .ascii : .unicode, keyMap: bindings.keyMap))
    do {
      try runtime.run()
    } catch {
      try? workspace.library.close()
      throw error
    }
    try workspace.library.close()
  }

  private static func terminal(
    _ settings: Settings, _ global: GlobalOptions
  ) throws -> NcursesBackend {
    var options = NcursesBackend.Options()
    options.escapeDelay =
      ProcessInfo.processInfo.environment["ESCDELAY"] == nil
      ? settings.configuration.escapeDelay : nil
    options.asciiOnly = settings.configuration.ascii ?? false
    if global.noColor || settings.configuration.theme == .mono { options.theme = .mono }
    let made = mkdir(settings.places.state, 0o700) == 0 || errno == EEXIST
    options.logPath = made ? settings.places.log : nil
    do {
      return try NcursesBackend(options)
    } catch {
      throw Failure(sentence: error.description, code: 2)
    }
  }
}

import Browser
import Foundation
import NcursesTerminal
import ReadingModel
import ReadingStore
import Terminal

/// Opens the browser on this terminal and returns when it is left.
enum Browse {
  static func run(_ options: OpeningOptions, inLines: Bool = false) throws {
    let settings = try Settings(options)
    if inLines || settings.configuration.linear { return try LinearMode.run(options, settings) }
    guard isatty(STDOUT_FILENO) == 1 else {
      throw Failure(
        sentence: "the browser needs a terminal and standard output is none; "
          + "`lectern --linear` and the commands of `lectern --help` work without one", code: 2)
    }
    let bindings = KeyBindings(settings)
    let workspace = try Workspace(options, settings)
    let environment = LiveEnvironment(workspace, settings)
    let end = Result { try show(environment, settings, bindings, options) }
    if let warning = environment.finish() { warn(warning) }
    let closed = Result { try workspace.library.close() }
    try end.get()
    try closed.get()
  }

  /// Shows the browser; when it returns, the terminal is the person's again.
  private static func show(
    _ environment: LiveEnvironment, _ settings: Settings, _ bindings: KeyBindings,
    _ options: OpeningOptions
  ) throws {
    let backend = try terminal(settings, options)
    let runtime = Runtime(
      backend: backend, environment: environment,
      settings: BrowserSettings(
        glyphs: .fitting(isASCII: backend.drawsASCII), keyMap: bindings.keyMap,
        notice: bindings.problems.first.map { "\($0)" },
        columns: settings.configuration.columns,
        weeklyBudget: settings.configuration.weeklyBudget,
        noteTemplates: settings.configuration.noteTemplates.map(\.name)))
    try runtime.run()
  }

  private static func terminal(
    _ settings: Settings, _ options: OpeningOptions
  ) throws -> NcursesBackend {
    var terminal = NcursesBackend.Options()
    let configuration = settings.configuration
    terminal.settings = configuration.terminalSettings(escapeDelay: settings.escapeDelay)
    terminal.isPlain = settings.isPlain
    terminal.probesAmbiguousWidth = configuration.ambiguousWidth == .probe
    if configuration.ambiguousWidth == .wide { AmbiguousWidth.inUse = .wide }
    let made = mkdir(settings.places.state, 0o700) == 0 || errno == EEXIST
    terminal.logPath = made ? settings.places.log : nil
    do {
      return try NcursesBackend(terminal)
    } catch {
      throw Failure(sentence: error.description, code: 2)
    }
  }
}

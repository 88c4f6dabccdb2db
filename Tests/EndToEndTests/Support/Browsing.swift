import Foundation
import TestSupport

extension BuiltProgram {
  /// Lets the browser open without the welcome that stands in front the first time.
  func skipWelcome() throws {
    let seen = home.appendingPathComponent(".local/state/lectern/welcome-seen")
    try FileManager.default.createDirectory(
      at: seen.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: seen)
  }

  /// Runs a command that has to succeed, and gives what it printed.
  @discardableResult
  func done(_ arguments: String...) throws -> String {
    let result = try run(list: arguments)
    guard result.code == 0 else { throw Refused(description: "\(arguments): \(result)") }
    return result.output
  }

  /// A command that was refused though it should have been done.
  struct Refused: Error, CustomStringConvertible {
    let description: String
  }
}

extension TmuxTerminal {
  /// Opens a terminal with the browser in it, at the reading order.
  ///
  /// - Parameter shell: Commands for the shell before, such as `umask 0`.
  static func browser(
    _ program: BuiltProgram, columns: Int = 120, rows: Int = 40, shell: [String] = []
  ) throws -> TmuxTerminal {
    try program.skipWelcome()
    let terminal = try TmuxTerminal(program, columns: columns, rows: rows)
    for command in shell { try terminal.enter(command) }
    try terminal.openBrowser()
    return terminal
  }

  /// Enters a line.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Starts the browser in the shell, and waits for its lists.
  func openBrowser() throws {
    try enter("clear; \(BuiltProgram.path)")
    try wait(for: "the lists") { $0.contains("of 31 read") || $0.contains("/31 ") }
  }

  /// Leaves the browser.
  func leave() throws {
    try press("C-c")
    try waitForShell()
  }

  /// Waits until the shell has the terminal.
  func waitForShell() throws {
    try wait(for: "the shell") { $0.contains("ready>") && !$0.contains("of 31 read") }
  }
}

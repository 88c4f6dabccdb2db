import Foundation

/// The built program in a real terminal: a window of a tmux server that is this test's alone.
public final class TmuxTerminal {
  /// A condition that did not come true in time, with what the screen showed instead.
  public struct TimedOut: Error, CustomStringConvertible {
    /// What was waited for, and the screen.
    public let description: String
  }

  private let socket: String
  private let program: BuiltProgram

  /// True when tmux is installed.
  public static var isInstalled: Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/tmux") }
  }

  /// Opens a terminal with a shell in it, whose home is the program's.
  public init(_ program: BuiltProgram, columns: Int = 120, rows: Int = 40) throws {
    self.program = program
    socket = program.home.appendingPathComponent("tmux-\(UUID().uuidString.prefix(8))").path
    var arguments = ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
    for (name, value) in program.environment where name != "TERM" {
      arguments += ["-e", "\(name)=\(value)"]
    }
    try tmux(arguments + ["-c", program.home.path, "sh", "-i"])
    try tmux(["set-option", "-g", "default-terminal", "screen-256color"])
    // A prompt that cannot be confused with anything the program draws.
    try type("PS1='ready> '; clear")
    try press("Enter")
    try wait(for: "the shell") { $0.hasPrefix("ready>") }
  }

  deinit { close() }

  /// Closes the terminal under whatever runs in it, as a window is closed: it gets SIGHUP.
  public func close() { _ = try? tmux(["kill-server"]) }

  /// Types text as it stands.
  public func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Pastes text, which the program is told is pasted where it asked for that.
  public func paste(_ text: String) throws {
    let file = socket + "-pasted"
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    try tmux(["load-buffer", file])
    try tmux(["paste-buffer", "-p", "-r"])
  }

  /// Presses keys by tmux's names: `j`, `Enter`, `Escape`, `C-z`.
  public func press(_ keys: String...) throws { try press(keys) }

  /// Presses keys that a table holds.
  public func press(_ keys: [String]) throws { try tmux(["send-keys"] + keys) }

  /// Changes the size of the terminal.
  public func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What the terminal shows, without colours.
  public func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// What a format of tmux says about the pane, such as `#{alternate_on}`.
  public func state(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// The process that runs in front in the terminal's shell, by its command line.
  public func foregroundProcess() throws -> Int32? {
    guard let shell = Int32(try state("#{pane_pid}")) else { return nil }
    let children =
      (try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)) ?? ""
    return children.split(separator: " ").compactMap { Int32($0) }.last
  }

  /// Looks at the screen until a condition holds.
  ///
  /// - Throws: `TimedOut` after 20 seconds, with the screen as it was then.
  @discardableResult
  public func wait(for what: String, until condition: (String) throws -> Bool) throws -> String {
    let deadline = Date().addingTimeInterval(20)
    var screen = ""
    while Date() < deadline {
      screen = try self.screen()
      if try condition(screen) { return screen }
    }
    throw TimedOut(description: "waited for \(what), but the screen was:\n\(screen)")
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let output = socket + "-said"
    _ = try ChildProcess.run(
      ["tmux", "-S", socket] + arguments, environment: program.environment,
      streams: ("/dev/null", output, "/dev/null"))
    let data = FileManager.default.contents(atPath: output) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}

import Browser
import Foundation
import ReadingActions
import ReadingStore

/// Runs the linear mode: lines of standard input in, lines on standard output.
enum LinearMode {
  static func run(_ options: OpeningOptions, _ settings: Settings) throws {
    let workspace = try Workspace(options, settings)
    let environment = LiveEnvironment(workspace, settings)
    var session = LinearSession(desk: workspace.actions, world: environment)
    for problem in KeyBindings(settings).problems { say(["\(problem)"]) }
    hold(&session)
    if let warning = environment.finish() { warn(warning) }
    try workspace.library.close()
  }

  /// Takes lines until the session is left, the input ends, or ^C is pressed.
  private static func hold(_ session: inout LinearSession) {
    Interruption.listen(endingReads: true)
    let isTerminal = isatty(STDIN_FILENO) == 1
    var input = LineInputStream(descriptor: STDIN_FILENO)
    say(session.begin())
    while !session.isOver {
      if !input.hasLine {
        say(session.settle())
        if isTerminal { FileHandle.standardOutput.write(Data(session.prompt.utf8)) }
      }
      guard let line = input.next() else { break }
      Interruption.forget()
      say(session.take(line))
    }
    guard !session.isOver else { return }
    // The prompt's line is still open.
    if isTerminal { say([""]) }
    say(session.end())
  }

  private static func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}

/// The lines of a file descriptor, which knows whether another one is there already.
struct LineInputStream {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var start = 0
  private var isOver = false

  /// The longest line, in bytes; what is longer is taken as several.
  private static let longest = 1 << 20

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// True when the next line was read already.
  var hasLine: Bool { bytes[start...].contains(newline) }

  /// The next line without its end; nil when there is none or a signal came.
  mutating func next() -> String? {
    while true {
      if let end = bytes[start...].firstIndex(of: newline) {
        defer { start = end + 1 }
        return text(bytes[start..<end])
      }
      if isOver || bytes.count - start >= Self.longest {
        guard start < bytes.count else { return nil }
        defer { start = bytes.count }
        return text(bytes[start...])
      }
      bytes.removeFirst(start)
      start = 0
      guard fill() else { return nil }
    }
  }

  /// Reads on; false when a signal came.
  private mutating func fill() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] }
    if count == 0 { isOver = true }
    return count >= 0
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }

  private let newline = UInt8(ascii: "\n")
}

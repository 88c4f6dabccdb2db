import Foundation

/// The person's own editor, on a copy of a text.
struct ExternalEditor {
  /// The editor and its arguments; the file's name is put behind them.
  let command: [String]

  /// Takes the configured editor, or VISUAL, EDITOR, or `vi`, in this order.
  init(configured: [String]) {
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["VISUAL"], environment["EDITOR"]]
      .compactMap { $0.flatMap(shellWords) }.first { !$0.isEmpty }
    command = configured.isEmpty ? named ?? ["vi"] : configured
  }

  /// Lets the person edit a text.
  ///
  /// - Returns: The text as saved; nil when the editor was left with an error (`:cq`), ended by a
  ///   signal, or the text did not change.
  /// - Throws: `Failure` when no temporary file can be made or the editor cannot be started.
  func edit(_ text: String) throws -> String? {
    let file = try TemporaryFile(text, suffix: ".md")
    defer { file.remove() }
    let status = try ProgramRunner.run(
      command + [file.path], remedy: "name another editor in the configuration, or in VISUAL")
    guard status == 0 else { return nil }
    let edited = try file.read()
    return edited == text ? nil : edited
  }
}

import Browser
import ReadingModel

/// A command of the linear mode.
struct LinearCommand: Sendable {
  typealias Run = @Sendable (inout LinearSession, String) throws -> [String]

  /// What a command comes to.
  enum Way: Sendable {
    /// It is carried out.
    case run(Run)
    /// There is nothing like it in lines; why, and what to do instead.
    case reason(String)
  }

  /// Its names, the usual one first.
  let names: [String]
  /// What may stand behind it.
  let takes: String
  /// What it does, in one line.
  let summary: String
  /// The action of the browser that it is; nil for a word that only lines need.
  let action: Action?
  let way: Way

  /// A word that only lines need, or a verb of the browser's command line.
  init(_ names: [String], _ takes: String = "", _ summary: String, _ run: @escaping Run) {
    self.names = names
    self.takes = takes
    self.summary = summary
    action = nil
    way = .run(run)
  }

  /// An action of the browser; it answers to its name and to the word that the footer has for it.
  init(_ action: Action, _ takes: String = "", _ run: @escaping Run) {
    self.init(action, takes, .run(run))
  }

  /// An action of the browser that has no place in lines.
  init(_ action: Action, reason: String) { self.init(action, "", .reason(reason)) }

  private init(_ action: Action, _ takes: String, _ way: Way) {
    let label = action.label.lowercased().replacing(" ", with: "-")
    names = label == action.rawValue ? [label] : [label, action.rawValue]
    self.takes = takes
    summary = action.summary
    self.action = action
    self.way = way
  }

  /// True for a command that does something here.
  var isForLines: Bool { if case .run = way { true } else { false } }

  /// The command in one line of help.
  var line: String {
    let behind = takes.isEmpty ? "" : " \(takes)"
    let others = names.dropFirst().map { ", also `\($0)`" }.joined()
    switch way {
    case .run: return "`\(names[0])\(behind)`\(others): \(summary)."
    case .reason(let reason): return "`\(names[0])`: \(reason)"
    }
  }

  /// Carries it out.
  func follow(_ session: inout LinearSession, _ words: String) throws -> [String] {
    switch way {
    case .run(let run): try run(&session, words)
    case .reason(let reason): [reason]
    }
  }

  /// The command that a word names; its beginning is enough where only one begins like that.
  ///
  /// - Throws: `CommandError` with what there is instead.
  static func named(_ word: String) throws(CommandError) -> LinearCommand {
    let word = word.lowercased()
    if let exact = byName[word] { return exact }
    let found = all.filter { $0.names.contains { $0.hasPrefix(word) } }
    guard let only = found.first else { throw .unknown(word) }
    guard found.count == 1 else { throw .ambiguous(word, found.map { $0.names[0] }) }
    return only
  }

  /// The commands whose name or summary has a word.
  static func matching(_ words: String) -> [LinearCommand] {
    let wanted = SafeText.folded(words)
    return all.filter { command in
      command.names.contains { $0.contains(wanted) }
        || SafeText.folded(command.summary).contains(wanted)
    }
  }

  /// Words of lines stand before the browser's verbs, and those before its actions.
  private static let byName: [String: LinearCommand] = {
    let pairs = all.flatMap { command in command.names.map { ($0, command) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}

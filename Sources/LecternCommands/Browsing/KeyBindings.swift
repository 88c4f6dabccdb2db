import Browser
import Terminal

/// The keys that are in force, and what in the configuration has no effect on them.
struct KeyBindings {
  let keyMap: KeyMap
  let problems: [ConfigurationProblem]

  /// Reads the configured keys; one that cannot be read leaves the default of its action.
  init(_ settings: Settings) {
    let file = settings.places.configuration.split(separator: "/").last.map(String.init) ?? ""
    var overrides: [(action: String, keys: [KeySequence])] = []
    var found = settings.problems
    for binding in settings.configuration.keys {
      do {
        overrides.append((binding.action, try binding.keys.map(KeySequence.init(notation:))))
      } catch {
        found.append(
          ConfigurationProblem(
            file: file, line: binding.line,
            message: "\(binding.action): \(error); the default stays"))
      }
    }
    var macros: [Macro] = []
    var lines: [String: Int] = [:]
    for macro in settings.configuration.macros {
      do {
        let read = try Macro(keys: KeySequence(notation: macro.keys), text: macro.text)
        macros.append(read)
        lines[read.name] = macro.line
      } catch {
        found.append(
          ConfigurationProblem(
            file: file, line: macro.line,
            message: "the macro “\(macro.keys)”: \(error) It has no effect"))
      }
    }
    let resolved = KeyMap.standard(overriding: overrides, macros: macros)
    for problem in resolved.problems {
      let (name, other) =
        switch problem {
        case .unknownAction(let name): (name, name)
        case .conflict(_, let winner, let loser): (winner, loser)
        }
      let keys = settings.configuration.keys
      let line =
        keys.first { $0.action == name }?.line ?? lines[name] ?? lines[other]
      found.append(
        ConfigurationProblem(file: file, line: line, message: problem.description))
    }
    keyMap = resolved.keyMap
    problems = found
  }
}

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
    let resolved = KeyMap.standard(overriding: overrides)
    for problem in resolved.problems {
      let name =
        switch problem {
        case .unknownAction(let name): name
        case .conflict(_, let winner, _): winner
        }
      let line = settings.configuration.keys.first { $0.action == name }?.line
      found.append(
        ConfigurationProblem(file: file, line: line, message: problem.description))
    }
    keyMap = resolved.keyMap
    problems = found
  }
}

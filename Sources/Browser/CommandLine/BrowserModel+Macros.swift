extension BrowserModel {
  /// Carries out a macro where a command could be written.
  mutating func run(_ macro: Macro) -> [Effect] {
    if let sentence = unavailable(.commandLine) {
      refuse(sentence)
      return []
    }
    return goOn(with: macro.commands)
  }

  /// Carries out the first of some commands, and the others when it is done.
  ///
  /// They end with the first that was refused, whose sentence stays, and with one that asks for
  /// something.
  mutating func goOn(with commands: [Command]) -> [Effect] {
    guard let command = commands.first, status?.isProblem != true, layers.isEmpty, !isOver else {
      return []
    }
    let effects =
      switch command {
      // What these show has to be loaded, which the command line does.
      case .showOptions: openCommandLine("set")
      case .showOption(let name): openCommandLine("set \(name)")
      default: attempt(command, facts: CommandCompletion.Facts())
      }
    return effects + [.send(.commands(Array(commands.dropFirst())))]
  }
}

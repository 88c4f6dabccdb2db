import Terminal

extension BrowserModel {
  /// Lists all options to choose one from.
  mutating func chooseOption(_ options: [OptionListing]) -> [Effect] {
    let width = options.map { displayWidth(of: $0.name) }.max() ?? 0
    let values = options.map { displayWidth(of: $0.value) }.max() ?? 0
    let choices = options.map { option in
      let name = option.name.padded(to: width)
      let value = option.value.padded(to: min(24, values))
      return ("\(name)  \(value)  \(option.summary)", option)
    }
    layers.append(
      .options(Chooser(title: "Options for now; set! keeps one", choices: choices)))
    return []
  }

  /// Begins to change the option chosen.
  mutating func take(_ chooser: Chooser<OptionListing>, at index: Int) -> [Effect] {
    guard chooser.choices.indices.contains(index) else { return [] }
    layers.removeLast()
    let option = chooser.choices[index].value
    return openCommandLine("set \(option.name)=\(option.value)")
  }

  /// Says what an option is.
  mutating func showOption(_ name: String, _ options: [OptionListing]) {
    guard let option = options.first(where: { $0.name == name }) else {
      refuse("There is no option “\(name)”; :set lists them.")
      return
    }
    let standard =
      option.value == option.standard ? "" : ", by default \(option.standard)"
    say("\(name) is \(option.value) (\(option.source.rawValue))\(standard)")
  }
}

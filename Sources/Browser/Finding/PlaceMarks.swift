import Terminal

/// The prompt that waits for the letter of a marked place.
struct LetterPrompt: Equatable, Sendable {
  /// True to mark the place, false to go to it.
  let isMarking: Bool
}

extension BrowserModel {
  /// Handles an event in the prompt for a letter on top.
  mutating func type(_ prompt: LetterPrompt, _ event: TerminalEvent) -> [Effect]? {
    guard case .key(let key) = event else { return [] }
    if case .control = key { return nil }
    layers.removeLast()
    guard case .character(let letter) = key, letter.isLetter || letter.isNumber else { return [] }
    if prompt.isMarking {
      placeMarks[letter] = place
      say("This place is “\(letter)”\(hint(.goToMark, "and the letter goes back to it"))")
    } else if let place = placeMarks[letter] {
      open(place)
    } else {
      refuse("No place is marked “\(letter)”.")
    }
    return []
  }
}

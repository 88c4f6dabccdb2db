/// The headings that a place in a document stands under.
struct SectionTitles {
  private var headings: [(level: Int, title: String)] = []
  /// What was handed over last.
  private var handedOver: String??

  /// True under no heading.
  var isEmpty: Bool { headings.isEmpty }

  /// True when the innermost heading is of a level.
  func isInnermost(_ level: Int) -> Bool { headings.last?.level == level }

  /// Takes a heading in: it ends those of its level and below.
  mutating func open(_ title: String, level: Int) {
    close(from: level)
    headings.append((level, title))
  }

  /// Ends the headings of a level and below.
  mutating func close(from level: Int) {
    while let last = headings.last, last.level >= level { headings.removeLast() }
  }

  /// Forgets all headings: a new list begins.
  mutating func removeAll() {
    headings = []
    handedOver = nil
  }

  /// The section for the next entry where it is another one than before.
  ///
  /// - Returns: nil when the section goes on; else its title, which is nil without headings.
  mutating func change() -> String?? {
    let title: String? =
      headings.isEmpty ? nil : headings.map(\.title).joined(separator: " / ")
    if let last = handedOver, last == title { return nil }
    let isFirst = handedOver == nil
    handedOver = .some(title)
    return isFirst && title == nil ? nil : .some(title)
  }
}

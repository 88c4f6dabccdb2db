/// Tags as they are typed: `+name` and `name` add, `-name` removes, and a `#` may stand before.
enum TagWords {
  static let signs = "+-#"

  /// What a text adds and removes.
  static func names(in text: String) -> (add: [String], remove: [String]) {
    var add: [String] = []
    var remove: [String] = []
    for word in text.split(separator: " ") {
      let name = String(word.drop { signs.contains($0) })
      guard !name.isEmpty else { continue }
      if word.first == "-" {
        if !remove.contains(name) { remove.append(name) }
      } else if !add.contains(name) {
        add.append(name)
      }
    }
    return (add, remove)
  }
}

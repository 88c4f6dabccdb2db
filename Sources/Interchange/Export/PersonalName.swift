import ReadingModel

/// An author's name in its parts, as reference managers want it.
struct PersonalName: Equatable {
  /// Given names, in the order of the name.
  var given: String
  /// What stands before the family name and is not capitalised: “van”, “de la”.
  var particle: String
  /// The family name.
  var family: String
  /// “Jr.” and the like.
  var suffix: String

  /// Takes a name in reading order apart; nil for one that has no parts: an organisation, a name of
  /// one word, “et al.”.
  init?(_ name: String) {
    var words = name.split(separator: " ").map(String.init)
    guard words.count > 1, !name.contains(","), name != Paper.otherAuthors,
      !BibTeXText.isOrganisation(name)
    else { return nil }
    suffix = ""
    if words.count > 2, ["jr", "jr.", "sr", "sr.", "ii", "iii"].contains(words.last?.lowercased()) {
      suffix = words.removeLast()
    }
    family = words.removeLast()
    var particles: [String] = []
    while words.count > 1, let last = words.last, last.first?.isLowercase == true {
      particles.insert(words.removeLast(), at: 0)
    }
    particle = particles.joined(separator: " ")
    given = words.joined(separator: " ")
  }
}

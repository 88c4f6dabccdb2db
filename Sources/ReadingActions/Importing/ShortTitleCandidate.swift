import ReadingModel

/// A paper with what tells whether a short form of a title means it.
struct ShortTitleCandidate: Equatable {
  /// What can be said of two papers whose titles are alike.
  enum Likeness {
    /// Author, year and a short form of the title speak for one work, and nothing against it.
    case same
    /// They may be one work; too little is known of them, or something speaks against it.
    case possible
    case none
  }

  var paper: PaperID
  var title: String
  var forms: TitleForms
  var firstAuthor: String?
  var year: Int?
  var venue: String?
  var identifiers: [Identifier]
  var hasWorkingTitle: Bool

  init(_ id: PaperID, _ paper: Paper, _ recognition: PartQueue.Recognition) {
    self.paper = id
    title = paper.title
    forms = recognition.forms
    firstAuthor = recognition.firstAuthor
    year = paper.year
    venue = paper.venue
    identifiers = paper.identifiers
    hasWorkingTitle = paper.hasWorkingTitle
  }

  init(_ id: PaperID, _ paper: Paper) { self.init(id, paper, PartQueue.Recognition(paper)) }

  /// True when nothing but addresses names it, as in lists that shorten titles.
  var isBare: Bool { identifiers.allSatisfy { $0.scheme == .url } }

  /// Whether two papers are one.
  ///
  /// - Parameter isFromSameImport: True when the other one came with the same import: a list that has a
  ///   title and the beginning of it means two works more often than one.
  func likeness(to other: ShortTitleCandidate, isFromSameImport: Bool) -> Likeness {
    let areOthers =
      firstAuthor != nil && other.firstAuthor != nil && firstAuthor != other.firstAuthor
    guard !other.hasWorkingTitle,
      PaperLikeness.yearsAgree(year, other.year, sameAuthor: !areOthers),
      PaperLikeness.contradiction(identifiers, other.identifiers) == nil,
      forms.agrees(with: other.forms)
    else { return .none }
    let isCalled =
      forms.key == other.forms.key || forms.isName(of: other.forms)
      || other.forms.isName(of: forms)
    let areDated = year != nil && other.year != nil
    if areOthers {
      // An institute may stand for its people.
      let shorter = forms.key.utf8.count < other.forms.key.utf8.count ? forms : other.forms
      return isCalled && areDated && shorter.opening != nil ? .possible : .none
    }
    guard firstAuthor != nil, other.firstAuthor != nil, areDated else {
      let isRest = forms.isSurelyRest(of: other.forms) || other.forms.isSurelyRest(of: forms)
      if isRest, !isFromSameImport { return .same }
      return isCalled || isRest ? .possible : .none
    }
    return isSure(of: other, isCalled, isFromSameImport) ? .same : .possible
  }

  /// Whether the same author and year are enough.
  private func isSure(
    of other: ShortTitleCandidate, _ isCalled: Bool, _ isFromSameImport: Bool
  ) -> Bool {
    if let venue, let theirs = other.venue, isBare == other.isBare,
      SafeText.folded(venue) != SafeText.folded(theirs)
    {
      return false
    }
    let isBeginning = forms.begins(other.forms) || other.forms.begins(forms)
    if isCalled || !isBeginning { return isBare || other.isBare }
    let isShorter = forms.key.utf8.count < other.forms.key.utf8.count
    return (isShorter ? isBare : other.isBare) && !isFromSameImport
  }
}

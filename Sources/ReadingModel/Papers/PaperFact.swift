/// A fact about a paper that its reader can put right; the raw value is its name in the library.
public enum PaperFact: String, CaseIterable, Sendable {
  case title
  case shortName = "short_name"
  case authors, year, venue, abstract

  /// What people call it: “short name”.
  public var words: String { self == .shortName ? "short name" : rawValue }
}

/// One fact of a paper as its reader wants it; nil and an empty list take it away.
public enum FactEdit: Equatable, Sendable {
  case title(String)
  case shortName(String?)
  case authors([String])
  case year(Int?)
  case venue(String?)
  case abstract(String?)

  /// The years that can be given, those of four digits.
  public static let years = 1_000...9_999

  /// Which fact it is about.
  public var fact: PaperFact {
    switch self {
    case .title: .title
    case .shortName: .shortName
    case .authors: .authors
    case .year: .year
    case .venue: .venue
    case .abstract: .abstract
    }
  }
}

extension FactEdit {
  /// The fact as a paper has it.
  public init(_ fact: PaperFact, of paper: Paper) {
    switch fact {
    case .title: self = .title(paper.title)
    case .shortName: self = .shortName(paper.shortName)
    case .authors: self = .authors(paper.authors)
    case .year: self = .year(paper.year)
    case .venue: self = .venue(paper.venue)
    case .abstract: self = .abstract(paper.abstract)
    }
  }
}

extension Paper {
  /// The paper with a fact put right; a title that was put right is no working title.
  public func applying(_ edit: FactEdit) -> Paper {
    var paper = self
    switch edit {
    case .title(let title):
      paper.title = title
      paper.hasWorkingTitle = false
    case .shortName(let name): paper.shortName = name
    case .authors(let authors): paper.authors = authors
    case .year(let year): paper.year = year
    case .venue(let venue): paper.venue = venue
    case .abstract(let abstract): paper.abstract = abstract
    }
    return paper
  }

  /// The paper with some facts as another description of it has them.
  ///
  /// - Parameter facts: Those that the reader put right, which a newer description leaves alone.
  public func keeping(_ facts: Set<PaperFact>, of known: Paper) -> Paper {
    var paper = self
    for fact in facts {
      switch fact {
      case .title:
        paper.title = known.title
        paper.hasWorkingTitle = known.hasWorkingTitle
      case .shortName: paper.shortName = known.shortName
      case .authors: paper.authors = known.authors
      case .year: paper.year = known.year
      case .venue: paper.venue = known.venue
      case .abstract: paper.abstract = known.abstract
      }
    }
    return paper
  }

  /// The facts that are stated; a working title states none.
  public var statedFacts: Set<PaperFact> {
    Set(
      PaperFact.allCases.filter { fact in
        switch fact {
        case .title: !hasWorkingTitle
        case .shortName: shortName != nil
        case .authors: !authors.isEmpty
        case .year: year != nil
        case .venue: venue != nil
        case .abstract: abstract != nil
        }
      })
  }
}

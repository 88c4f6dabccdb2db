/// What sort of work a paper is; `paper` stands for any article, preprint or report.
public enum PaperKind: String, CaseIterable, Sendable, Codable {
  case paper, blog, article, handbook, tool, news
}

/// An address that belongs to a paper.
public struct Link: Hashable, Sendable {
  /// What stands behind the address.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// The work itself.
    case paper
    /// Its source code.
    case code
    /// Anything else that its authors put beside it.
    case page
  }

  /// What stands behind the address.
  public var kind: Kind
  /// The address as it was published.
  public var url: String

  /// Makes a link.
  public init(kind: Kind, url: String) {
    self.kind = kind
    self.url = url
  }
}

/// The facts about a work of any kind; nothing in it belongs to the reader.
public struct Paper: Equatable, Sendable {
  /// The full title.
  public var title: String
  /// The name people say, such as “BERT”, where the work has one.
  public var shortName: String?
  /// The authors in order; a last element of `et al.` stands for authors not listed.
  public var authors: [String]
  /// The year of the first public version.
  public var year: Int?
  /// Where it was published, with its year.
  public var venue: String?
  /// What sort of work it is.
  public var kind: PaperKind
  /// The authors' abstract, when it came with the list.
  public var abstract: String?
  /// Its names, canonical and each once.
  public var identifiers: [Identifier]
  /// Its addresses, each once, the work itself first.
  public var links: [Link]
  /// True when the title is only a working title because the real one is not known.
  public var hasWorkingTitle: Bool

  /// Makes a paper from the facts that are known.
  public init(
    title: String, shortName: String? = nil, authors: [String] = [], year: Int? = nil,
    venue: String? = nil, kind: PaperKind = .paper, abstract: String? = nil,
    identifiers: [Identifier] = [], links: [Link] = [], hasWorkingTitle: Bool = false
  ) {
    self.title = title
    self.shortName = shortName
    self.authors = authors
    self.year = year
    self.venue = venue
    self.kind = kind
    self.abstract = abstract
    self.identifiers = identifiers
    self.links = links
    self.hasWorkingTitle = hasWorkingTitle
  }

  /// The marker that stands for authors who are not listed by name.
  public static let otherAuthors = "et al."
}

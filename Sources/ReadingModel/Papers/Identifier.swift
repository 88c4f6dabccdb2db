/// The systems that name works, best first: the first one a paper has gives its key.
public enum IdentifierScheme: String, CaseIterable, Comparable, Sendable, Codable {
  case arxiv, doi, openreview, acl, url

  /// Orders schemes by how well they identify a work.
  public static func < (left: IdentifierScheme, right: IdentifierScheme) -> Bool {
    left.rank < right.rank
  }

  fileprivate var rank: UInt8 {
    switch self {
    case .arxiv: 0
    case .doi: 1
    case .openreview: 2
    case .acl: 3
    case .url: 4
    }
  }
}

/// One name of a work in one scheme, in canonical form.
///
/// Two identifiers are equal exactly when they name the same work: an arXiv id has no version, a DOI
/// is lower case, a URL is canonical.
public struct Identifier: Hashable, Sendable {
  /// The system the name belongs to.
  public let scheme: IdentifierScheme
  /// The name, canonical within its scheme.
  public let value: String

  /// Wraps a value that is already canonical, as the library stores it.
  public init(canonical value: String, scheme: IdentifierScheme) {
    self.scheme = scheme
    self.value = value
  }

  /// True when both name the same work.
  public static func == (left: Identifier, right: Identifier) -> Bool {
    left.scheme.rank == right.scheme.rank && left.value == right.value
  }

  /// Feeds the name and the rank of its scheme to a hasher; by default it would be the scheme's text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(scheme.rank)
    hasher.combine(value)
  }

  /// The identifier with its scheme, as commands and exports print it: `arxiv:1706.03762`.
  public var key: String { "\(scheme.rawValue):\(value)" }
}

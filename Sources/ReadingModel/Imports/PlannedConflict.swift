/// What a document says of an entry that contradicts itself or the library.
///
/// Nothing is merged for it unless a person says so.
public struct PlannedConflict: Equatable, Sendable {
  /// What contradicts what.
  public enum Kind: Sendable {
    /// One title stands over two identifiers.
    case sharedTitle
    /// One identifier stands over two titles.
    case sharedIdentifier
    /// The identifiers of one entry name two papers.
    case twoPapers
    /// A title may be the short form of another one.
    case shortTitle
  }

  /// The other paper that the entry may be about.
  public struct Other: Equatable, Sendable {
    /// Its title.
    public var title: String
    /// Its identifier that is at issue, with the scheme; nil when it has none.
    public var key: String?
    /// The line of the document that brings it; nil when the library has it.
    public var line: Int?

    /// Makes a description of the other paper.
    public init(title: String, key: String?, line: Int?) {
      self.title = title
      self.key = key
      self.line = line
    }
  }

  /// The line of the entry and the contradiction in a sentence.
  public var diagnostic: Diagnostic
  /// What contradicts what.
  public var kind: Kind
  /// Where the entry stands.
  public var place: ImportRequest.EntryPlace
  /// The identifier of the entry that is at issue, with its scheme.
  public var identifier: String
  /// The other paper that the entry may be about; nil when there is none to merge it with.
  public var other: Other?
  /// True when it was settled by taking the entry for the other paper.
  public var isMerged: Bool

  /// Makes a conflict.
  public init(
    diagnostic: Diagnostic, kind: Kind, place: ImportRequest.EntryPlace, identifier: String,
    other: Other?, isMerged: Bool = false
  ) {
    self.diagnostic = diagnostic
    self.kind = kind
    self.place = place
    self.identifier = identifier
    self.other = other
    self.isMerged = isMerged
  }

  /// The line of the entry, counted from 1.
  public var line: Int { diagnostic.line }
  /// The contradiction in a sentence.
  public var message: String { diagnostic.message }
}

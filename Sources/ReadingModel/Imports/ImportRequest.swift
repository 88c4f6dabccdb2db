/// What a person asks of an import beyond the documents themselves.
public struct ImportRequest: Equatable, Sendable {
  /// The name of the format; nil to find it out.
  public var format: String?
  /// The slug of the list that the entries go to; nil for the one the document names.
  public var list: String?
  /// The title of the list.
  public var title: String?
  /// What the list is for.
  public var kind: ListKind?
  /// The day the list was issued, ISO 8601.
  public var issued: String?
  /// The entries to leave out, by document, list and place, each counted from 0.
  public var leavingOut: Set<EntryPlace>

  /// Where an entry stands in what is imported.
  public struct EntryPlace: Hashable, Sendable {
    /// The document, counted from 0.
    public var document: Int
    /// The list in the document, counted from 0.
    public var list: Int
    /// The entry in the list, counted from 0.
    public var entry: Int

    /// Makes a place.
    public init(document: Int, list: Int, entry: Int) {
      self.document = document
      self.list = list
      self.entry = entry
    }
  }

  /// Makes a request; without arguments everything is as the documents say.
  public init(
    format: String? = nil, list: String? = nil, title: String? = nil, kind: ListKind? = nil,
    issued: String? = nil, leavingOut: Set<EntryPlace> = []
  ) {
    self.format = format
    self.list = list
    self.title = title
    self.kind = kind
    self.issued = issued
    self.leavingOut = leavingOut
  }
}

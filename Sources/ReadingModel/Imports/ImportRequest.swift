/// What a person asks of an import beyond the documents themselves.
public struct ImportRequest: Equatable, Sendable {
  /// The name of the format; nil to find it out.
  public var format: String?
  /// What is asked of every list.
  public var everyList: ListWish
  /// What is asked of single lists; it goes before what is asked of every list.
  public var lists: [ListPlace: ListWish]
  /// The entries to leave out: they do not come, and those that stand in the library stay as they are.
  public var leavingOut: Set<EntryPlace>
  /// The entries that are about the paper that their conflict names.
  public var merging: Set<EntryPlace>

  /// What a person asks of a list; nil leaves what the document says.
  public struct ListWish: Equatable, Sendable {
    /// The slug of the list that the entries go to.
    public var slug: String?
    /// The title of the list.
    public var title: String?
    /// What the list is for.
    public var kind: ListKind?
    /// The day the list was issued, ISO 8601.
    public var issued: String?
    /// True when a list that stands keeps what it says of itself, whatever the document says.
    public var keepsHead: Bool

    /// Makes a wish.
    public init(
      slug: String? = nil, title: String? = nil, kind: ListKind? = nil, issued: String? = nil,
      keepsHead: Bool = false
    ) {
      self.slug = slug
      self.title = title
      self.kind = kind
      self.issued = issued
      self.keepsHead = keepsHead
    }
  }

  /// Where a list stands in what is imported.
  public struct ListPlace: Hashable, Sendable {
    /// The document, counted from 0.
    public var document: Int
    /// The list in the document, counted from 0.
    public var list: Int

    /// Makes a place.
    public init(document: Int, list: Int) {
      self.document = document
      self.list = list
    }
  }

  /// Where an entry stands in the plan of what is imported.
  public struct EntryPlace: Hashable, Sendable {
    /// The document, counted from 0.
    public var document: Int
    /// The list in the document, counted from 0.
    public var list: Int
    /// The entry in the list, counted from 0; those that are gone come last.
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
    format: String? = nil, everyList: ListWish = ListWish(), lists: [ListPlace: ListWish] = [:],
    leavingOut: Set<EntryPlace> = [], merging: Set<EntryPlace> = []
  ) {
    self.format = format
    self.everyList = everyList
    self.lists = lists
    self.leavingOut = leavingOut
    self.merging = merging
  }

  /// What is asked of a list, all wishes together.
  public func wish(for place: ListPlace) -> ListWish {
    guard let own = lists[place] else { return everyList }
    return ListWish(
      slug: own.slug ?? everyList.slug, title: own.title ?? everyList.title,
      kind: own.kind ?? everyList.kind, issued: own.issued ?? everyList.issued,
      keepsHead: own.keepsHead || everyList.keepsHead)
  }
}

import ReadingModel

/// The rules of a format whose lines begin with tags.
struct TaggedFormat: Sendable {
  /// What a tag says of a paper; tags without a meaning here are passed over.
  enum Role: Sendable {
    case type, title, shortTitle, wholeTitle, author, fullAuthor, group, editor
    case year, date, journal, journalName, publisher
    case abstract, remark, keyword, doi, identifier, address, page, accession
  }

  /// A tag at the beginning of a line.
  struct Tag {
    /// The tag itself.
    var name: String
    /// The place of the value on the line.
    var value: Int
  }

  /// The tag that begins a record.
  let first: String
  /// The tag that ends a record; nil where a blank line or the next record does.
  let last: String?
  /// True when a blank line ends a record.
  let endsAtBlankLine: Bool
  /// True when a record may begin with any tag.
  let beginsAnywhere: Bool
  /// The tags that tell of the document and stand outside of its records.
  var frame: Set<String> = []
  /// True when each line of a list of people is a name of its own.
  var hasNameOnEachLine = false
  /// True when titles end with a full stop that is not theirs.
  let titlesEndInFullStop: Bool
  /// What the tags mean.
  let roles: [String: Role]
  /// The kinds of work that have a name of their own in the format, in lower case.
  let kinds: [String: PaperKind]
  /// Finds the tag of a line; nil when the line has none.
  let tag: @Sendable (Slice<UnsafeBufferPointer<UInt8>>) -> Tag?
}

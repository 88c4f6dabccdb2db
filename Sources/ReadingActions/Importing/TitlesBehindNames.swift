import ReadingModel
import ReadingStore

/// The papers that the library had whose titles are a name, a colon and a title, by that title: what is
/// listed as “T5: Exploring the Limits …” is published without the name.
struct TitlesBehindNames {
  /// By the hashes of the title keys, since there may be very many; who finds a paper looks at it anyway.
  private var papers: [Int: [PaperID]] = [:]

  /// Looks for them in the library.
  init(_ lookup: ImportLookup, upTo last: PaperID) throws {
    try lookup.titlesBehindNames(upTo: last) { paper, titleKey in
      papers[titleKey.hashValue, default: []].append(paper)
    }
  }

  /// The papers that may bear a title behind a name.
  func papers(of titleKey: String) -> [PaperID] { papers[titleKey.hashValue] ?? [] }
}

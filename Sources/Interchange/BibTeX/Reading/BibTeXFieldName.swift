/// The fields that say something about a paper, of BibTeX, BibLaTeX and the programs that write them.
///
/// Names that mean the same are one case; whatever is not here is passed over.
enum BibTeXFieldName: UInt8, CaseIterable {
  case title, subtitle, maintitle, booktitle, journal, shorttitle, eventtitle
  case author, editor, year, date
  case publisher, school, institution, organization, howpublished
  case note, remark, abstract, keywords, tags, readstatus, read, ranking, rating
  case doi, url, eprint, archive, archiveClass, arxiv, number, volume, articleNumber
  case code, page
  case crossref, xdata

  /// The field of that name, in whatever case it is written; nil for any other name.
  init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    let length = name.count
    guard length < Self.byLength.count, !Self.byLength[length].isEmpty else { return nil }
    let packed = PackedName(name)
    for (known, field) in Self.byLength[length] where known == packed {
      self = field
      return
    }
    return nil
  }

  /// Up to sixteen bytes in lower case, for comparing at once.
  private struct PackedName: Equatable {
    private var first: UInt64 = 0
    private var second: UInt64 = 0

    init(_ name: some Sequence<UInt8>) {
      for byte in name {
        second = second << 8 | first >> 56
        first = first << 8 | UInt64(0x41...0x5A ~= byte ? byte | 0x20 : byte)
      }
    }
  }

  private static let byLength: [[(PackedName, BibTeXFieldName)]] = {
    var table: [[(PackedName, BibTeXFieldName)]] = Array(repeating: [], count: 17)
    for (name, field) in names { table[name.utf8.count].append((PackedName(name.utf8), field)) }
    return table
  }()

  private static let names: [(String, BibTeXFieldName)] = [
    ("title", .title), ("subtitle", .subtitle), ("maintitle", .maintitle),
    ("booktitle", .booktitle), ("journal", .journal), ("journaltitle", .journal),
    ("shorttitle", .shorttitle), ("eventtitle", .eventtitle),
    ("author", .author), ("editor", .editor), ("year", .year), ("date", .date),
    ("publisher", .publisher), ("school", .school), ("institution", .institution),
    ("organization", .organization), ("howpublished", .howpublished),
    // The reader's own words, in BibTeX, BibLaTeX, JabRef and Mendeley.
    ("note", .note), ("annote", .remark), ("annotation", .remark), ("comment", .remark),
    ("review", .remark),
    ("abstract", .abstract), ("keywords", .keywords), ("keyword", .keywords),
    ("tags", .tags), ("groups", .tags), ("mendeley-tags", .tags), ("mendeley-groups", .tags),
    // What JabRef and BibDesk keep of a reader's progress.
    ("readstatus", .readstatus), ("read", .read), ("ranking", .ranking), ("rating", .rating),
    ("doi", .doi), ("url", .url), ("urls", .url), ("link", .url), ("ee", .url), ("pdf", .url),
    ("html", .url), ("bdsk-url-1", .url), ("bdsk-url-2", .url), ("bdsk-url-3", .url),
    ("eprint", .eprint), ("archiveprefix", .archive), ("eprinttype", .archive),
    ("primaryclass", .archiveClass), ("eprintclass", .archiveClass),
    ("arxiv", .arxiv), ("arxivid", .arxiv), ("number", .number), ("volume", .volume),
    ("eid", .articleNumber),
    ("code", .code), ("github", .code), ("repository", .code),
    ("website", .page), ("project", .page), ("homepage", .page), ("slides", .page),
    ("video", .page), ("poster", .page), ("demo", .page), ("blog", .page),
    ("crossref", .crossref), ("xdata", .xdata),
  ]
}

import ReadingModel

/// What a column of a table, or a key of an object, says about a paper.
enum RecordField: Hashable {
  case title, shortName, authors, year, venue, abstract, kind
  /// An identifier: of that scheme, or of any whose form tells it.
  case identifier(IdentifierScheme?)
  /// An address of the work, of its code, or of another page.
  case address, code, page
  case status
  /// Whether, or when, the paper was read.
  case finished
  case pass, rating, tags, section, remark, prerequisites
  /// Whether the list has the entry no more.
  case gone
  /// Lines that may be identifiers; the others are a remark.
  case extra
  /// An object whose members say more about the same paper.
  case nested
  /// What programs keep for themselves: numbers, dates of change, counts.
  case bookkeeping
}

/// What a name of a column or key stands for.
struct RecordName: Hashable {
  /// What it says.
  var field: RecordField
  /// How good it is among names of the same field; 0 is best.
  var rank = 0
  /// What it says in a record that has a better title.
  var otherwise: RecordField?

  /// The meaning of a name, which may be written in any case and with any punctuation.
  static func of(_ name: String) -> RecordName? {
    var letters = String.UnicodeScalarView()
    for scalar in SafeText.folded(SafeText.line(name, limit: 100)).unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      letters.append(scalar)
    }
    return known[String(letters)]
  }

  private static let known: [String: RecordName] = {
    var known: [String: RecordName] = [:]
    for (field, ranks) in names {
      for (rank, names) in ranks.enumerated() {
        for name in names.split(separator: " ") {
          known[String(name)] = RecordName(field: field, rank: rank, otherwise: doubtful[name])
        }
      }
    }
    return known
  }()

  /// Names that are the title's only where no better one is there.
  private static let doubtful: [Substring: RecordField] = [
    "name": .shortName, "paper": .address, "booktitle": .venue, "document": .address,
    "article": .address, "publication": .venue, "headline": .bookkeeping, "work": .address,
  ]

  /// The names of each field by rank; those of two letters are the tags of the Web of Science.
  private static let names: [(field: RecordField, ranks: [String])] = [
    (
      .title,
      [
        "title papertitle documenttitle articletitle itemtitle worktitle fulltitle titel titre "
          + "titulo titolo ti 标题 题目 論文名 タイトル 제목 название",
        "name displayname paper papername document article headline work",
        "booktitle publication",
      ]
    ),
    (.shortName, ["shortname acronym nickname alias method model", "shorttitle titleshort"]),
    (
      .authors,
      [
        "authorfullnames authorfullname af",
        "authors author au creators creator authorships autor autoren "
          + "auteurs autores authornames authorlist authorsnames 作者 著者 저자",
        "bookauthor writers firstauthor by who",
        "director composer scriptwriter", "editor editors containerauthor editorialdirector",
      ]
    ),
    (
      .year,
      [
        "year py publicationyear pubyear yearpublished publishedyear issued jahr annee ano 年份 年 연도",
        "date published publicationdate pubdate publisheddate publishedon datepublished "
          + "publishdate releasedate released publishedonline publishedprint publishedat datum arxivdate when",
        "originalpublicationyear submitted submissiondate eventdate availabledate",
      ]
    ),
    (
      .venue,
      [
        "venue journal so conference publicationtitle containertitle sourcetitle journaltitle "
          + "publishedin proceeding journalbook journalorconference where",
        "proceedingstitle conferencename proceedings conferencetitle eventtitle event "
          + "websitetitle blogtitle encyclopediatitle dictionarytitle forumtitle programtitle",
        "collectiontitle publisher university institution",
      ]
    ),
    (.abstract, ["abstract ab abstractnote abstracttext abstractmd zusammenfassung 摘要"]),
    (
      .kind,
      ["itemtype type kind documenttype worktype publicationtype contenttype papertype"]
    ),
    (
      .identifier(.arxiv),
      ["arxiv arxivid arxivnumber arxivlink arxivurl eprint eprintid urlabs"]
    ),
    (.identifier(.doi), ["doi di doilink doiurl"]),
    (.identifier(.openreview), ["openreview openreviewid openreviewurl"]),
    (.identifier(.acl), ["acl aclid aclanthology anthologyid"]),
    (
      .identifier(nil),
      [
        "key id identifier paperid archiveid archivelocation number externalid articleid "
          + "citationkey citekey extid"
      ]
    ),
    (
      .address,
      [
        "url link links urls paperurl paperlink address href uri pdf pdfurl pdflink urlpdf weblink "
          + "source sourceurl sourcelink landingpageurl openaccesspdf 链接 reportlink "
          + "articleurl bloglink fulltexturl alternateurl"
      ]
    ),
    (
      .code,
      [
        "code codeurl codelink github githuburl githublink githubrepo repo repourl repository "
          + "repositoryurl implementation implementationurl sourcecode gitlab codes"
      ]
    ),
    (
      .page,
      [
        "page pageurl projectpage project projecturl projectlink website homepage demo demourl "
          + "video videourl slides slidesurl blog blogurl blogpost dataset datasetlink poster "
          + "weburl webpage site pageurls"
      ]
    ),
    (
      .status,
      [
        "status readingstatus readstatus exclusiveshelf shelf state readingstate progressstatus "
          + "状态"
      ]
    ),
    (
      .finished,
      [
        "read done finished completed isread dateread readdate readat readon finishedon "
          + "finishedat datefinished completedon gelesen lu leido 已读"
      ]
    ),
    (.pass, ["pass passes readingpass"]),
    (.rating, ["rating myrating userrating bewertung 评分"]),
    (
      .tags,
      [
        "tags tag keywords keyword topics topic category categories labels label manualtags "
          + "automatictags authorkeywords documenttags bookshelves subjects subject tasks area "
          + "areas field fields theme themes 标签 关键词 researcharea"
      ]
    ),
    (.section, ["section sectiontitle"]),
    (.gone, ["gone"]),
    (
      .remark,
      [
        "remark remarks comment comments summary description tldr highlight highlights annotation "
          + "annotations annote takeaway takeaways keytakeaways keypoints why reason review "
          + "myreview contribution contributions bemerkung bemerkungen kommentar kommentare notiz "
          + "notizen anmerkung anmerkungen commentaire commentaires remarque remarques comentario "
          + "comentarios resumen notas 备注 笔记 "
          + "thoughts insight insights privatenotes"
      ]
    ),
    (.prerequisites, ["prerequisites"]),
    (.extra, ["extra note notes"]),
    (
      .nested,
      [
        "data externalids identifiers ids metadata bibliography primarylocation bestoalocation"
      ]
    ),
    (
      .bookkeeping,
      [
        "position snippet lists requiredby slug index rank dateadded datemodified accessdate "
          + "accessed version itemid itemkey libraryid select relations attachments collections "
          + "added updated updatedat createdat modified"
      ]
    ),
  ]
}

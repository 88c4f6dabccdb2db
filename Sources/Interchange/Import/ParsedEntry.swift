public import ReadingModel

/// One entry as a document gives it, cleaned.
///
/// Making one is the gate for text from documents: every text in it is safe text afterwards, and no
/// title is empty.
public struct ParsedEntry: Equatable, Sendable {
  /// The line it begins on, counted from 1.
  public var line: Int
  /// The paper's facts.
  public var paper: Paper
  /// The document's remark on the paper, Markdown; empty when there is none.
  public var remark: String
  /// What the document says should be read before this paper.
  public var prerequisites: [Prerequisite]
  /// What the document says of a reader's progress; only papers without any take it over.
  public var marks: ReaderMarks
  /// True when Lectern kept the entry for its reader though the list had it no more.
  public var isGone: Bool

  /// The longest working title that is made of a text, in characters.
  static let longestWorkingTitle = 80

  /// Makes an entry of text from outside, and cleans it.
  ///
  /// A paper without a title gets the beginning of its remark or abstract as a working title, else
  /// its best identifier.
  public init(
    line: Int, paper: Paper, remark: String = "", prerequisites: [Prerequisite] = [],
    marks: ReaderMarks = ReaderMarks(), isGone: Bool = false
  ) {
    self.line = line
    self.isGone = isGone
    self.remark = SafeText.block(remark)
    self.prerequisites = prerequisites.map {
      Prerequisite(key: $0.key, why: SafeText.line($0.why))
    }
    self.marks = marks.cleaned
    self.paper = paper.cleaned
    guard self.paper.title.isEmpty else { return }
    self.paper.title = Self.workingTitle(for: self.paper, remark: self.remark)
    self.paper.hasWorkingTitle = true
  }

  private static func workingTitle(for paper: Paper, remark: String) -> String {
    for text in [remark, paper.abstract ?? ""] {
      let words = SafeText.line(text).split(separator: " ")
      guard var title = words.first.map({ String($0.prefix(longestWorkingTitle)) }) else {
        continue
      }
      for word in words.dropFirst() {
        guard title.count + word.count < longestWorkingTitle else { return title + " …" }
        title += " " + word
      }
      return title
    }
    return paper.identifiers.min { $0.scheme < $1.scheme }?.value ?? "Untitled"
  }
}

/// What a document says of a reader's progress on a paper.
public struct ReaderMarks: Equatable, Sendable {
  /// The status, such as a ticked box means.
  public var status: Status?
  /// The pass, 1 to 3.
  public var pass: Int?
  /// The rating, 1 to 5.
  public var rating: Int?
  /// The tags, or keywords.
  public var tags: [String]

  /// Makes marks; most documents have none.
  public init(status: Status? = nil, pass: Int? = nil, rating: Int? = nil, tags: [String] = []) {
    self.status = status
    self.pass = pass
    self.rating = rating
    self.tags = tags
  }

  /// The marks with safe tags, each once, and without numbers that mean nothing.
  var cleaned: ReaderMarks {
    var marks = self
    if let pass, !(1...3).contains(pass) { marks.pass = nil }
    if let rating, !(1...5).contains(rating) { marks.rating = nil }
    marks.tags = []
    for tag in tags.map({ SafeText.line($0, limit: 200) })
    where !tag.isEmpty && !marks.tags.contains(tag) {
      marks.tags.append(tag)
    }
    return marks
  }
}

extension Paper {
  /// The paper with safe texts, each identifier and link once, and the links that are http or https.
  fileprivate var cleaned: Paper {
    var paper = self
    paper.title = SafeText.line(title)
    paper.shortName = shortName.map { SafeText.line($0) }.filled
    paper.authors = authors.map { SafeText.line($0) }
    paper.authors.removeAll(where: \.isEmpty)
    paper.venue = venue.map { SafeText.line($0) }.filled
    paper.abstract = abstract.map { SafeText.block($0) }.filled
    if let year, !(1_000...9_999).contains(year) { paper.year = nil }
    paper.identifiers = identifiers.eachOnce()
    if !links.isEmpty {
      paper.links = links.map { Link(kind: $0.kind, url: SafeText.line($0.url)) }
        .filter { Identifier.isAddress($0.url) }.eachOnce()
    }
    return paper
  }
}

extension String? {
  fileprivate var filled: String? { self?.isEmpty == true ? nil : self }
}

extension Array where Element: Hashable {
  fileprivate func eachOnce() -> [Element] {
    if count < 9, indices.allSatisfy({ !self[..<$0].contains(self[$0]) }) { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

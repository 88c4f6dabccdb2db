import ReadingModel

/// The papers that an import brings, by the forms in which others shorten their titles.
struct ShortTitles {
  /// The most papers that are looked at for one form: what more of them share says nothing.
  private static let most = 64

  private var papers: [Int: [PaperID]] = [:]

  /// Adds a paper.
  mutating func add(_ id: PaperID, _ recognition: PartQueue.Recognition) {
    let forms = recognition.forms
    for key in [forms.head, forms.name].compactMap(\.self) { add(id, under: Self.hash(of: key)) }
    if let head = forms.head, !head.contains("-"), let rest = forms.rest {
      add(id, under: Self.hash(of: rest))
    }
    if let opening = Self.opening(of: recognition) { add(id, under: opening) }
  }

  /// Makes room for so many times as many papers.
  mutating func makeRoom(_ factor: Double) {
    papers.reserveCapacity(Int(Double(papers.count) * factor))
  }

  /// The papers that may be called as another one is, or begin as it does.
  func papers(near recognition: PartQueue.Recognition) -> [PaperID] {
    let forms = recognition.forms
    let keys = [
      Self.hash(of: forms.key), forms.head.map(Self.hash), Self.opening(of: recognition),
    ]
    return keys.flatMap { $0.flatMap { papers[$0] } ?? [] }
  }

  private mutating func add(_ id: PaperID, under key: Int) {
    if papers[key, default: []].count < Self.most { papers[key, default: []].append(id) }
  }

  /// The first words of a title together with its first author.
  private static func opening(of recognition: PartQueue.Recognition) -> Int? {
    guard let author = recognition.firstAuthor, let opening = recognition.forms.opening else {
      return nil
    }
    var hasher = Hasher()
    hasher.combine(author)
    hasher.combine(opening)
    return hasher.finalize()
  }

  private static func hash(of key: some StringProtocol) -> Int {
    var hasher = Hasher()
    hasher.combine(key)
    return hasher.finalize()
  }
}

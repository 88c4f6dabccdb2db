import ReadingModel

/// What stands before the first entry: title, introduction and adverts.
struct NewsletterFront {
  private var title: PlainLine?
  private var lines: [PlainLine] = []
  private var isBegun = false
  /// True when it was handed over.
  private(set) var isFinished = false

  /// How many lines are kept to tell introduction and adverts apart.
  private static let mostLines = 400

  /// Takes the first line as the title of the list, unless it is the title of a work or a sentence.
  mutating func takesTitle(_ line: PlainLine, marks: TitleMarks, isTitle: Bool) -> Bool {
    guard !isBegun else { return false }
    isBegun = true
    guard !isTitle, line.text.utf8.count <= 200, !line.text.hasSuffix(".") else { return false }
    title = line
    return true
  }

  /// Keeps a line; false when there is no room for more.
  mutating func append(_ line: PlainLine) -> Bool {
    guard lines.count < Self.mostLines else { return false }
    lines.append(line)
    return true
  }

  /// The head of the list, and the lines that are adverts.
  mutating func finish() -> (head: ListHead, adverts: [PlainLine]) {
    isFinished = true
    let (introduction, adverts) = parted()
    let year = ([title] + lines).lazy.compactMap { $0 }
      .compactMap { Citation.firstYear(in: String($0.text.prefix(2_000)))?.year }.first
    let text = TeXEscapes.plain(title?.text ?? "")
    let dates = WeekDates(title: text, year: year)
    let words = TextWords.of(text)
    var kind: ListKind?
    if dates != nil { kind = .weekly }
    if kind == nil,
      words.contains("roadmap") || (words.contains("reading") && words.contains("order"))
    {
      kind = .order
    }
    let head = ListHead(
      title: title == nil ? nil : TitleMarks.withoutBullet(text), kind: kind, issued: dates?.issued,
      period: dates?.period, introduction: introduction)
    return (head, adverts)
  }

  /// The introduction and the adverts among the lines.
  ///
  /// An advert reaches from its first telling line to its last, together with a question or call
  /// directly before it and lines directly behind it that go on selling.
  private func parted() -> (String, [PlainLine]) {
    let weights = lines.map { Adverts.weight(of: $0.text) }
    var isAdvert = [Bool](repeating: false, count: lines.count)
    var lastHit: Int?
    for index in lines.indices where weights[index] >= 3 {
      if let hit = lastHit, index - hit <= 8 {
        for between in hit...index { isAdvert[between] = true }
      }
      isAdvert[index] = true
      lastHit = index
      if index > 0, !isAdvert[index - 1], !lines[index].isAfterBlank,
        ["!", "?", ":"].contains(where: lines[index - 1].text.hasSuffix)
      {
        isAdvert[index - 1] = true
      }
      var following = index + 1
      while following < lines.count, weights[following] > 0, !lines[following].isAfterBlank {
        isAdvert[following] = true
        following += 1
      }
    }
    var introduction = PlainRemark()
    for (line, isSold) in zip(lines, isAdvert) where !isSold { introduction.append(line) }
    return (introduction.markdown, zip(lines, isAdvert).filter(\.1).map(\.0))
  }
}

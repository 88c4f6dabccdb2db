import ReadingModel

/// Reads a plain text line by line and hands over its lists, sections and entries.
struct NewsletterReader {
  /// What of a text is handed over that holds works with and without titles.
  enum Part {
    /// Everything: all its works have titles, or none has.
    case all
    /// The works without titles, and what was left out.
    case untitled
    /// The works with titles.
    case titled
  }

  private enum Place {
    case front, contents, entry, after
  }

  private let shape: NewsletterShape
  private let part: Part
  private let receive: DocumentReceiver

  private var place = Place.front
  private var order = NumberOrder()
  private var front = NewsletterFront()
  private var entry: PlainEntry?
  private var untitled: UntitledEntry?
  /// What the text says about the list that follows it.
  private var introduction: [String] = []
  /// How many entries without a remark stand directly before the present one.
  private var bareTitles = 0
  /// Lines of a story whose work is pointed to at its end.
  private var story: [PlainLine] = []
  private var isInAdvert = false
  /// True in what stands below a title that was paid for.
  private var isPaidFor = false
  private var isInFarewell = false
  private var hasTitledList = false

  /// Prepares to read a text of a known shape.
  init(shape: NewsletterShape, part: Part, receive: @escaping DocumentReceiver) {
    self.shape = shape
    self.part = part
    self.receive = receive
  }

  /// Reads the text.
  mutating func read(_ lines: PlainLines) throws {
    var lines = lines
    var window = [lines.next(), lines.next(), lines.next(), lines.next()].compactMap { $0 }
    while let line = window.first, line.number < shape.references.firstLine {
      try read(line, followedBy: window.dropFirst())
      window.removeFirst()
      if let next = lines.next() { window.append(next) }
    }
    for line in story { try leaveOut(line) }
    try finishEntry()
    try finishUntitled()
    try handOverHead()
    if shape.styles.isEmpty, !shape.hasUntitledWorks {
      try receive(
        .warning(
          Diagnostic(line: 1, message: "nothing in this text is marked as the title of a paper")))
    }
  }

  private mutating func read(_ line: PlainLine, followedBy next: ArraySlice<PlainLine>) throws {
    if TitleMarks.isLoneBullet(line.text) || TitleMarks.isUnderline(line.text)
      || TitleMarks.withoutBullet(line.text).isEmpty
    {
      return
    }
    let marks = TitleMarks(line, next: next.first, references: shape.references)
    if front.takesTitle(line, marks: marks, isTitle: isTitle(marks)) { return }
    if place == .front, line.text.utf8.count <= 80, PlainHeadings.isContents(line.text) {
      try leaveOut(line)
      place = .contents
      return
    }
    if marks.isSponsored {
      try beginAdvert(at: line)
    } else if isTitle(marks), takesNumber(marks) {
      try begin(marks, at: line)
    } else if isSection(line, marks: marks, followedBy: next) {
      try beginSection(line)
    } else {
      try readText(line, isLast: isBeforeTitle(next))
    }
  }

  // MARK: Titles and sections

  private func isTitle(_ marks: TitleMarks) -> Bool { !marks.styles.isDisjoint(with: shape.styles) }

  /// False for numbers that do not follow the one before.
  private mutating func takesNumber(_ marks: TitleMarks) -> Bool {
    guard let number = marks.number,
      shape.styles.contains(.decimal) || shape.styles.contains(.ordinal)
    else { return true }
    return order.takes(number)
  }

  private mutating func begin(_ marks: TitleMarks, at line: PlainLine) throws {
    try finishFront()
    let previous = entry
    try finishEntry()
    bareTitles = previous.map { $0.isBare ? bareTitles + 1 : 0 } ?? 0
    try beginTitledList(named: nil)
    entry = PlainEntry(marks, line: line.number)
    if marks.isPointer { finishStory() }
    place = .entry
    (isInAdvert, isInFarewell, isPaidFor) = (false, false, false)
  }

  /// Leaves out what a newsletter was paid for, up to the next title or heading.
  private mutating func beginAdvert(at line: PlainLine) throws {
    try finishEntry()
    isPaidFor = true
    try leaveOut(line)
  }

  private mutating func isSection(
    _ line: PlainLine, marks: TitleMarks, followedBy next: ArraySlice<PlainLine>
  ) -> Bool {
    guard !shape.styles.isEmpty, line.text.utf8.count <= 100 else { return false }
    if shape.styles.contains(.decimal), let number = marks.number, number.minor == nil,
      marks.styles.contains(.ordinal), order.takes(number)
    {
      return true
    }
    guard place != .contents || line.isAfterBlank else { return false }
    if let first = next.first, TitleMarks.isUnderline(first.text), !first.isAfterBlank {
      return true
    }
    return PlainHeadings.isInCapitals(line.text) && isBeforeTitle(next)
  }

  /// True when the next line that is more than a bullet is the title of a work.
  private func isBeforeTitle(_ next: ArraySlice<PlainLine>) -> Bool {
    var rest = next.drop { TitleMarks.isLoneBullet($0.text) || TitleMarks.isUnderline($0.text) }
    guard let line = rest.popFirst() else { return false }
    return isTitle(TitleMarks(line, next: rest.first, references: shape.references))
  }

  private mutating func beginSection(_ line: PlainLine) throws {
    try finishFront()
    try finishEntry()
    var title = TitleMarks.withoutBullet(line.text)
    if title.hasSuffix(":") { title.removeLast() }
    try beginTitledList(named: title)
    (place, bareTitles) = (.entry, 0)
    (isInAdvert, isInFarewell, isPaidFor) = (false, false, false)
    if part != .untitled { try receive(.section(TeXEscapes.plain(title))) }
  }

  // MARK: Text

  private mutating func readText(_ line: PlainLine, isLast: Bool) throws {
    if isPaidFor { return try leaveOut(line) }
    if shape.endsStories, place == .entry {
      if line.text == "***" {
        finishStory()
      } else if story.count < Self.mostStoryLines {
        story.append(line)
      }
      return
    }
    var line = line
    // A bullet at the end of the last line belongs to the title that follows.
    if isLast, let bullet = [" -", " –", " —", " •", " *"].first(where: line.text.hasSuffix) {
      line.text = String(line.text.dropLast(bullet.count)).trimmed
    }
    switch place {
    case .contents:
      if line.text.utf8.count <= 140, !TitleMarks.endsSentence(line.text),
        !Adverts.isAdvert(line.text)
      {
        return try leaveOut(line)
      }
      place = .front
      try readText(line, isLast: false)
    case .front:
      if shape.hasUntitledWorks {
        try readUntitled(line)
      } else if !front.append(line) {
        try leaveOut(line)
      }
    case .entry where isLast && Self.leadsOn(line): try leaveOut(line)
    case .entry: try readRemark(line)
    case .after: try readAfter(line)
    }
  }

  /// The most lines of a story that are kept.
  private static let mostStoryLines = 1_000

  /// Makes the lines of a story the remark of the entry that is open.
  private mutating func finishStory() {
    for line in story { entry?.append(line) }
    story = []
  }

  /// True for a few words of their own that lead to what follows: “Then, if you have time:”.
  private static func leadsOn(_ line: PlainLine) -> Bool {
    line.isAfterBlank && line.text.hasSuffix(":") && line.text.utf8.count <= 100
  }

  private mutating func readRemark(_ line: PlainLine) throws {
    guard entry != nil else {
      // Text between a heading and its first title.
      return try leaveOut(line)
    }
    if entry?.isBare == true, bareTitles >= 3 {
      // Titles stood alone so far: what comes now speaks of no single one of them.
      try finishEntry()
      place = .after
      return try readAfter(line)
    }
    let weight = Adverts.weight(of: line.text)
    let isSold = Adverts.isAdvertAmongRemarks(line.text, weight: weight)
    // An advert goes on until a new paragraph speaks of something else.
    isInAdvert = isSold || (isInAdvert && (weight > 0 || !line.isAfterBlank))
    isInFarewell =
      isInFarewell || (line.text.utf8.count <= 200 && Adverts.isFarewell(line.text))
    if isInAdvert || isInFarewell {
      try leaveOut(line)
    } else {
      entry?.append(line)
    }
  }

  private mutating func readAfter(_ line: PlainLine) throws {
    let isFarewell =
      untitled == nil && (Adverts.isFarewell(line.text) || Adverts.speaksToReader(line.text))
    if shape.hasUntitledWorks, !isFarewell {
      try readUntitled(line)
    } else {
      try leaveOut(line)
    }
  }

  private mutating func readUntitled(_ line: PlainLine) throws {
    if Adverts.isAdvert(line.text) { return try leaveOut(line) }
    let speaksOfList = UntitledText.isIntroduction(line.text) && line.text.utf8.count <= 400
    if !introduction.isEmpty || (place == .front && speaksOfList && !shape.styles.isEmpty) {
      introduction.append(line.text)
      return
    }
    if untitled?.takes(line) == true { return }
    try finishUntitled()
    untitled = UntitledEntry(line)
  }

  private func leaveOut(_ line: PlainLine) throws {
    guard part != .titled else { return }
    try receive(.leftOut(.leftOut(line.text, line: line.number)))
  }

  // MARK: Handing over

  private mutating func finishFront() throws {
    guard place == .front || place == .contents else { return }
    place = .entry
    try handOverHead()
    try finishUntitled()
  }

  /// Hands over what the text says about its list, once.
  private mutating func handOverHead() throws {
    guard !front.isFinished else { return }
    let (head, adverts) = front.finish()
    for advert in adverts { try leaveOut(advert) }
    if part != .titled { try receive(.list(head)) }
  }

  /// Begins the list of the works with titles where it stands apart from the others.
  private mutating func beginTitledList(named title: String?) throws {
    guard !hasTitledList else { return }
    hasTitledList = true
    guard part == .titled else { return }
    let isOrder = title.map { TextWords.of($0).contains("order") } ?? false
    try receive(
      .list(
        ListHead(
          title: title, kind: isOrder ? .order : nil,
          introduction: introduction.joined(separator: " "))))
    introduction = []
  }

  private mutating func finishEntry() throws {
    guard let finished = entry else { return }
    entry = nil
    introduction = []
    if part != .untitled { try receive(.entry(finished.parsed)) }
  }

  private mutating func finishUntitled() throws {
    guard let finished = untitled else { return }
    untitled = nil
    try handOverHead()
    if part != .titled { try receive(.entry(finished.parsed)) }
  }
}

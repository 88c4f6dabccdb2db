import ReadingModel

/// Makes lists of every shape that the list format can hold.
struct ListGenerator {
  private var random = SystemRandomNumberGenerator()

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func text() -> String {
    let pieces = [
      "Attention", "[x]", "]", "(", ")", "\\", "\\[", "a:b", "# c", "é", "注意力", "👩‍💻", "\"", "'",
      "—", "- d", "##", "%29", "true", "2020", "*", "&", "{", "---", "x\\", "$\\alpha$",
    ]
    return (0..<Int.random(in: 1...4, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  private mutating func block(opening: [String]) -> String {
    let lines = ["A paragraph.", "- bullet", "  - nested", "", "    code", "## x", "---", "é  y"]
    let body = (0..<Int.random(in: 0...6, using: &random))
      .map { _ in lines.filter { !opening.contains($0) }.randomElement(using: &random) ?? "" }
    return SafeText.block(body.joined(separator: "\n"))
  }

  private mutating func paper(_ number: Int) -> Paper {
    var paper = Paper(title: "\(text()) \(number)")
    if chance(2) { paper.shortName = text() }
    if chance(2) { paper.authors = ["Ashish Vaswani", "Ni, J.", Paper.otherAuthors] }
    if chance(2) { paper.year = Int.random(in: 1_000...9_999, using: &random) }
    if chance(2) { paper.venue = text() }
    paper.kind = PaperKind.allCases.randomElement(using: &random) ?? .paper
    paper.hasWorkingTitle = chance(4)
    if chance(2) {
      let id = "1706.\(10_000 + number)"
      paper.identifiers.append(Identifier(canonical: id, scheme: .arxiv))
    }
    if chance(3) {
      paper.identifiers.append(Identifier(canonical: "10.1000/x(\(number))", scheme: .doi))
    }
    if chance(4) {
      paper.identifiers.append(Identifier(canonical: "rJl-b3Rc\(number)", scheme: .openreview))
    }
    if chance(4) {
      paper.identifiers.append(Identifier(canonical: "2023.acl-long.\(number)", scheme: .acl))
    }
    if chance(2) {
      let url = "https://example.org/A_(\(number))"
      paper.links.append(Link(kind: .paper, url: url))
      if paper.identifiers.isEmpty {
        paper.identifiers = [Identifier(canonical: url, scheme: .url)]
      }
    }
    if chance(2) { paper.links.append(Link(kind: .code, url: "https://github.com/a/\(number)")) }
    if chance(3) { paper.links.append(Link(kind: .page, url: "https://a.org/(x")) }
    if chance(3) { paper.links.append(Link(kind: .page, url: "https://a.org/?q=%29")) }
    return paper
  }

  private mutating func entry(_ number: Int) -> Entry {
    var entry = Entry(paper: paper(number), remark: block(opening: []))
    if chance(3) { entry.prerequisites.append(Prerequisite(key: "title:x", why: text())) }
    if chance(3) { entry.prerequisites.append(Prerequisite(key: "arxiv:hep-th/9901001", why: "")) }
    return entry
  }

  /// The next list.
  mutating func list() -> ReadingList {
    var list = ReadingList(
      slug: "list-\(Int.random(in: 0..<99, using: &random))", title: text(),
      kind: ListKind.allCases.randomElement(using: &random) ?? .custom,
      introduction: block(opening: ["- bullet", "## x"]))
    if chance(2) { list.issued = "2025-02-24" }
    if chance(2) { list.period = "2025-02-24/2025-03-01" }
    if chance(2) { list.source = text() }
    var number = 0
    for section in 0..<Int.random(in: 0...3, using: &random) {
      let isUntitled = section == 0 && chance(2)
      var entries: [Entry] = []
      for _ in 0..<Int.random(in: (isUntitled ? 1 : 0)...3, using: &random) {
        number += 1
        entries.append(entry(number))
      }
      list.sections.append(ReadingSection(title: isUntitled ? nil : text(), entries: entries))
    }
    return list
  }
}

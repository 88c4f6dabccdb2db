import ReadingModel

/// A part of a line as a reader sees it: a link as a whole, an image, or text in one style.
struct EntryPiece: Equatable {
  /// What is read.
  var text: String
  /// The Markdown it stands for.
  var markdown: String
  /// How it is set off; a link is bold when all of it is.
  var style: MarkdownRun.Style = []
  /// The address that it leads to, as it stands in the document.
  var link: String?
  /// True for an image, with or without a link.
  var isImage = false

  /// The address where it is one of the web.
  var address: String? {
    guard let link, Identifier.isAddress(link) else { return nil }
    return link
  }

  /// The parts of a line; runs that lead to the same place are one.
  static func pieces(of runs: some Sequence<MarkdownRun>) -> [EntryPiece] {
    var pieces: [EntryPiece] = []
    for run in runs.flatMap(linked) {
      let inner = run.source ?? run.text
      if let link = run.link, let last = pieces.last, last.link == link {
        pieces[pieces.count - 1].text += run.isImage ? "" : run.text
        pieces[pieces.count - 1].markdown += inner
        pieces[pieces.count - 1].isImage = last.isImage && run.isImage
        if run.text.contains(where: { !$0.isWhitespace }) {
          pieces[pieces.count - 1].style.formIntersection(run.style)
        }
        continue
      }
      pieces.append(
        EntryPiece(
          text: run.text, markdown: run.link == nil ? styled(inner, run) : inner, style: run.style,
          link: run.link, isImage: run.isImage))
    }
    for index in pieces.indices {
      guard let link = pieces[index].link else { continue }
      // A bare address links to itself.
      if pieces[index].text != link, !LinkLabel.isAddress(pieces[index].text) {
        pieces[index].markdown = "[\(pieces[index].markdown)](\(link))"
      }
    }
    return pieces
  }

  /// A run of text parted into the addresses that stand in it and the text between them.
  private static func linked(_ run: MarkdownRun) -> [MarkdownRun] {
    guard run.link == nil, !run.isImage, !run.style.contains(.code), run.text.utf8.count >= 8 else {
      return [run]
    }
    // Every name of a work has a digit or the slash of an address.
    guard run.text.utf8.contains(where: { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "/") }) else {
      return [run]
    }
    let mentions = Identifier.found(in: run.text)
    guard !mentions.isEmpty else { return [run] }
    let bytes = Array(run.text.utf8)
    var runs: [MarkdownRun] = []
    var start = 0
    func append(_ range: Range<Int>, link: String?) {
      guard !range.isEmpty else { return }
      var part = run
      part.source = nil
      part.text = String(decoding: bytes[range], as: UTF8.self)
      part.link = link
      runs.append(part)
    }
    for mention in mentions {
      append(start..<mention.range.lowerBound, link: nil)
      let isAddress = Identifier.isAddress(mention.text)
      append(mention.range, link: isAddress ? mention.text : mention.identifier.address)
      start = mention.range.upperBound
    }
    append(start..<bytes.count, link: nil)
    return runs
  }

  private static func styled(_ text: String, _ run: MarkdownRun) -> String {
    // Marks around punctuation alone set nothing off.
    guard !run.isImage, !run.style.isEmpty, text.contains(where: { $0.isLetter || $0.isNumber })
    else { return text }
    let mark =
      run.style.contains(.code)
      ? "`" : run.style.contains(.strong) ? "**" : "*"
    // Marks hug their text: white space stays outside.
    let end = text.trimmedEnd
    let start = end.prefix { $0.isWhitespace }
    guard end.utf8.count > start.utf8.count else { return text }
    return start + mark + end.dropFirst(start.count) + mark + text.dropFirst(end.count)
  }

  /// The lines of a paragraph, where its text breaks them.
  static func lines(of runs: [MarkdownRun]) -> [[MarkdownRun]] {
    var lines: [[MarkdownRun]] = [[]]
    for run in runs {
      guard run.text.utf8.contains(0x0A), !run.isImage, run.source == nil else {
        lines[lines.count - 1].append(run)
        continue
      }
      for (index, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { lines.append([]) }
        var run = run
        run.text = String(part)
        if !part.isEmpty { lines[lines.count - 1].append(run) }
      }
    }
    return lines.filter { line in line.contains { $0.isImage || !$0.text.trimmed.isEmpty } }
  }
}

extension Identifier {
  /// The page of the work in the scheme of its name; nil for addresses, which are pages themselves.
  fileprivate var address: String? {
    switch scheme {
    case .arxiv: "https://arxiv.org/abs/\(value)"
    case .doi: "https://doi.org/\(value)"
    case .openreview: "https://openreview.net/forum?id=\(value)"
    case .acl: "https://aclanthology.org/\(value)"
    case .url: value
    }
  }
}

extension [MarkdownRun] {
  /// What is read, as one text without images.
  var plainText: String { filter { !$0.isImage }.map(\.text).joined() }
}

public import ReadingModel

/// Papers as one page of HTML that needs nothing else: no script, no font, no picture.
///
/// Every text is escaped, a content security policy forbids whatever is not the page's own style, and
/// only `http` and `https` addresses are links.
public enum HTMLPrinter {
  /// What a page begins with.
  public static let mark = "<!DOCTYPE html>\n<!-- Written by Lectern -->\n"

  /// Prints papers in the order given.
  ///
  /// - Parameters:
  ///   - papers: The papers; those that follow one another under the same heading make a section.
  ///   - title: The title of the page.
  ///   - notes: The reader's notes on papers that have any.
  public static func print(
    _ papers: [ListedPaper], title: String, notes: [PaperID: [Note]] = [:]
  ) -> String {
    var page = mark + head(title: title)
    var section: String?
    var isOpen = false
    for listed in papers {
      if listed.section != section {
        if isOpen { page += "</ol>\n" }
        isOpen = false
        section = listed.section
        page += "<h2>\(escaped(section ?? title))</h2>\n"
      }
      if !isOpen { page += "<ol start=\"\(listed.position)\">\n" }
      isOpen = true
      page += entry(listed, notes[listed.id] ?? [])
    }
    return page + (isOpen ? "</ol>\n" : "") + "</body>\n</html>\n"
  }

  private static func head(title: String) -> String {
    """
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>
    body { font: 1rem/1.5 serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
    li { margin: 0 0 1.25rem; }
    .facts { color: #555; font-size: .9rem; }
    .text { white-space: pre-wrap; margin: .25rem 0; }
    .note { border-left: 2px solid #999; padding-left: .75rem; }
    </style>
    </head>
    <body>
    <h1>\(escaped(title))</h1>

    """
  }

  private static func entry(_ listed: ListedPaper, _ notes: [Note]) -> String {
    let paper = listed.paper
    var text = "<li>\n<div>\(link(paper.bestAddress, paper.title))</div>\n"
    text += "<div class=\"facts\">\(facts(of: listed))</div>\n"
    let pages = (paper.addresses(.code) + paper.addresses(.page)).map { link($0, $0) }
    if !pages.isEmpty { text += "<div class=\"facts\">\(pages.joined(separator: "<br>"))</div>\n" }
    for block in [listed.remark, paper.abstract ?? ""] where !block.isEmpty {
      text += "<div class=\"text\">\(escaped(SafeText.block(block)))</div>\n"
    }
    for note in notes {
      text += "<div class=\"text note\">\(escaped(SafeText.block(note.body)))</div>\n"
    }
    return text + "</li>\n"
  }

  private static func facts(of listed: ListedPaper) -> String {
    let paper = listed.paper
    let rating = listed.progress.rating.map { "rated \($0) of 5" }
    let facts: [String?] = [
      listed.isGone ? "no longer in the list" : nil,
      paper.authors.joined(separator: ", "), paper.venue, paper.year.map { String($0) },
      listed.progress.status.rawValue, rating, listed.tags.map { "#" + $0 }.joined(separator: " "),
    ]
    return facts.compactMap(\.self).filter { !$0.isEmpty }.map(escaped).joined(separator: " · ")
  }

  /// A link, or the text alone for an address that is not of the web.
  private static func link(_ address: String?, _ text: String) -> String {
    guard let address, Identifier.isAddress(address) else { return escaped(text) }
    return "<a rel=\"noopener noreferrer\" href=\"\(escaped(address))\">\(escaped(text))</a>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

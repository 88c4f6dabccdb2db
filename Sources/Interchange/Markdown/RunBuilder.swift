/// Puts the runs of one block together from what the parser reports.
struct RunBuilder {
  /// The runs so far.
  private(set) var runs: [MarkdownRun] = []
  private var strong = 0
  private var emphasis = 0
  private var code = 0
  private var links: [String?] = []
  /// The image that is open, with its description so far.
  private var image: (address: String, description: String)?
  private var imageDepth = 0

  /// True when there is nothing but white space.
  var isBlank: Bool {
    runs.allSatisfy { !$0.isImage && $0.text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A } }
  }

  private var style: MarkdownRun.Style {
    var style: MarkdownRun.Style = []
    if strong > 0 { style.insert(.strong) }
    if emphasis > 0 { style.insert(.emphasis) }
    if code > 0 { style.insert(.code) }
    return style
  }

  /// Appends text in the present style.
  ///
  /// - Parameters:
  ///   - text: What is read.
  ///   - source: What stands in the document, where it is more than the text.
  mutating func append(_ text: String, source: String? = nil) {
    guard !text.isEmpty else { return }
    if image != nil {
      if (image?.description.utf8.count ?? 0) < 500 { image?.description += text }
      return
    }
    let link = links.last ?? nil
    if let last = runs.indices.last, runs[last].style == style, runs[last].link == link,
      !runs[last].isImage
    {
      // In place: a copy for each piece of a long text would take the square of its length.
      if runs[last].source != nil {
        runs[last].source? += source ?? text
      } else if let source {
        runs[last].source = runs[last].text + source
      }
      runs[last].text += text
    } else {
      runs.append(MarkdownRun(text: text, style: style, link: link, source: source))
    }
  }

  /// Opens or closes bold, emphasised or code text.
  mutating func change(_ style: MarkdownRun.Style, by count: Int) {
    switch style {
    case .strong: strong = max(0, strong + count)
    case .emphasis: emphasis = max(0, emphasis + count)
    default: code = max(0, code + count)
    }
  }

  /// Opens a link; nil stands for an address that is none.
  mutating func openLink(_ address: String?) { links.append(address) }

  /// Closes the innermost link.
  mutating func closeLink() { if !links.isEmpty { links.removeLast() } }

  /// Opens an image, whose description follows as text.
  mutating func openImage(_ address: String) {
    imageDepth += 1
    if imageDepth == 1 { image = (address, "") }
  }

  /// Closes the innermost image.
  mutating func closeImage() {
    imageDepth = max(0, imageDepth - 1)
    guard imageDepth == 0, let (address, description) = image else { return }
    image = nil
    runs.append(
      MarkdownRun(
        text: description, style: style, link: links.last ?? nil, isImage: true,
        source: "![\(description)](\(address))"))
  }

  /// Takes in a tag of HTML.
  mutating func take(_ tag: HTMLTag) {
    let count = tag.isClosing ? -1 : 1
    switch tag.name {
    case "a" where tag.isClosing: closeLink()
    case "a": openLink(tag.attributes["href"])
    case "b", "strong", "summary": change(.strong, by: count)
    case "i", "em", "cite": change(.emphasis, by: count)
    case "code", "kbd": change(.code, by: count)
    case "br": append("\n")
    case "img":
      openImage(tag.attributes["src"] ?? "")
      append(tag.attributes["alt"] ?? "")
      closeImage()
    default: break
    }
  }

  /// Takes the runs out and begins anew; nothing stays open.
  mutating func finish() -> [MarkdownRun] {
    defer { self = RunBuilder() }
    return runs
  }
}

public import ReadingModel

/// A file to be written: its name and what it holds.
public struct ExportedFile: Equatable, Sendable {
  /// The name, without a folder.
  public var name: String
  /// The text, ending with a line feed.
  public var contents: String

  /// Makes a file.
  public init(name: String, contents: String) {
    self.name = name
    self.contents = contents
  }
}

/// Notes as Markdown files, one for each paper, as Obsidian and zk read them.
public enum NoteFiles {
  /// The line of the front matter that tells Lectern's files from all others.
  public static let marker = "generator: lectern"

  /// One file for each paper, in the order given, whether it has notes or not.
  ///
  /// The same papers give the same names and the same bytes.
  public static func print(_ papers: [PaperDetail]) -> [ExportedFile] {
    let names = FileNames(papers)
    return papers.map { paper in
      ExportedFile(name: names[paper.key], contents: frontMatter(of: paper) + body(of: paper))
    }
  }

  private static func frontMatter(of detail: PaperDetail) -> String {
    let paper = detail.paper
    var lines = ["---", marker]
    func scalar(_ key: String, _ value: String?) {
      if let value { lines.append("\(key): \(YAMLText.scalar(SafeText.line(value)))") }
    }
    func sequence(_ key: String, _ values: [String]) {
      lines.append(values.isEmpty ? "\(key): []" : "\(key):")
      lines += values.map { "  - \(YAMLText.scalar(SafeText.line($0)))" }
    }
    scalar("key", detail.key)
    scalar("title", paper.title)
    sequence("authors", paper.authors)
    if let year = paper.year { lines.append("year: \(year)") }
    scalar("status", detail.progress.status.rawValue)
    if let rating = detail.progress.rating { lines.append("rating: \(rating)") }
    sequence("tags", detail.tags)
    sequence("links", paper.links.map(\.url))
    scalar("added", detail.added)
    scalar("updated", detail.notes.map(\.updated).max())
    return lines.joined(separator: "\n") + "\n---\n"
  }

  private static func body(of detail: PaperDetail) -> String {
    var text = "\n\(MarkdownLine.heading(detail.paper.title, level: 1))\n"
    for note in detail.notes { text += NoteDocument.section(note, heading: "##") }
    return text
  }
}

public import ReadingModel

/// The notes on any number of papers in one Markdown document.
public enum NoteDocument {
  /// Prints the papers in the order given: a heading for each, its key, and its notes by date.
  public static func print(_ papers: [PaperDetail]) -> String {
    var text = "# Notes\n"
    for detail in papers {
      text += "\n\(MarkdownLine.heading(detail.paper.title, level: 2))\n\n"
      text += "\(summary(of: detail))\n"
      for note in detail.notes { text += section(note, heading: "###") }
    }
    return text
  }

  /// Who wrote it, when, its key, and how far the reader is, in one line.
  private static func summary(of detail: PaperDetail) -> String {
    var people = detail.paper.authors
    let others = people.last == Paper.otherAuthors
    if others { people.removeLast() }
    let authors = people.joined(separator: ", ") + (others ? " \(Paper.otherAuthors)" : "")
    let published = [authors, detail.paper.year.map { String($0) } ?? ""].filter { !$0.isEmpty }
    let rating = detail.progress.rating.map { ", rated \($0) of 5" } ?? ""
    let parts = [
      published.joined(separator: ", "), detail.key,
      detail.progress.status.rawValue + rating,
    ]
    return MarkdownLine.paragraph(parts.filter { !$0.isEmpty }.joined(separator: ". ") + ".")
  }

  /// A note under the day it was written, as it was written.
  static func section(_ note: Note, heading: String) -> String {
    let end = note.body.lastIndex { !$0.isNewline }
    let body = end.map { note.body[...$0] } ?? ""
    return "\n\(heading) \(note.created.prefix(10))\n\n\(body)\n"
  }
}

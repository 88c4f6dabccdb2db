import ReadingModel

extension Importer {
  /// Lectern's own list format.
  static let lectern = Importer(
    name: "lectern", title: "a Lectern list", endings: ["md", "markdown"],
    likelihood: { _, sample in
      guard sample.hasPrefix("---\n") || sample.hasPrefix("---\r\n"),
        // A page of another program may have a title in its front matter too.
        sample.contains("\nslug: ") || sample.contains("\nkind: "),
        (try? ListFormat.parse([UInt8](sample.utf8))) != nil
      else { return .none }
      return .certain
    },
    read: { source, receive in
      let parsed: ParsedList
      do throws(InterchangeError) {
        parsed = try ListFormat.parse([UInt8](source.bytes))
      } catch {
        guard case .malformed(let line, let message) = error else { return }
        return try receive(.warning(Diagnostic(line: line, message: message)))
      }
      for warning in parsed.warnings { try receive(.warning(warning)) }
      let list = parsed.list
      try receive(
        .list(
          ListHead(
            slug: list.slug == Slug.made(from: list.title) ? nil : list.slug, title: list.title,
            kind: list.kind, issued: list.issued,
            period: list.period, source: list.source, introduction: list.introduction)))
      for (section, lines) in zip(list.sections, parsed.lines) {
        try receive(.section(section.title))
        for (entry, line) in zip(section.entries, lines) {
          try receive(
            .entry(
              ParsedEntry(
                line: line, paper: entry.paper, remark: entry.remark,
                prerequisites: entry.prerequisites)))
        }
      }
    })
}

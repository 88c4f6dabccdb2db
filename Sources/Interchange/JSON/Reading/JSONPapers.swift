import ReadingModel

/// Hands over the papers of a JSON document.
enum JSONPapers {
  /// Reads a document; throws what `receive` throws.
  ///
  /// - Parameters:
  ///   - record: How its objects are read.
  ///   - namesUnused: True when the keys that were not used are to be named.
  static func read(
    _ source: ImportSource, _ record: JSONRecord, namesUnused: Bool, _ receive: DocumentReceiver
  ) throws {
    var record = record
    var section: String?
    var saysUntitled = false
    try source.withBytes { bytes in
      try JSONDocument.read(bytes) { part in
        switch part {
        case .head(let members): if let head = head(of: members) { try receive(.list(head)) }
        case .section(let title):
          section = title
          try receive(.section(title))
        case .warning(let warning): try receive(.warning(warning))
        case .record(let members, let origin):
          let (entry, named) = record.entry(of: members, line: origin.line)
          if let named, named != section {
            section = named
            try receive(.section(named))
          }
          if entry.paper.hasWorkingTitle, !saysUntitled {
            saysUntitled = true
            try receive(.warning(untitled(entry)))
          }
          try receive(.entry(entry))
        }
      }
    }
    guard namesUnused else { return }
    for (key, line) in record.unused {
      let name = SafeText.line(key, limit: 60)
      try receive(
        .leftOut(Diagnostic(line: line, message: "“\(name)” has no place in a list")))
    }
  }

  private static func untitled(_ entry: ParsedEntry) -> Diagnostic {
    Diagnostic(
      line: entry.line,
      message: "this paper has no “title”; “\(entry.paper.title)” was taken for a working title")
  }

  /// What an object around papers says about their list; nil when it says nothing.
  private static func head(of members: [JSON.Member]) -> ListHead? {
    let object = JSON.object(members)
    func text(_ keys: String...) -> String? {
      keys.lazy.compactMap { object[$0]?.text }.first { !$0.isEmpty }
    }
    let head = ListHead(
      slug: text("slug").flatMap { Slug.isValid($0) ? $0 : nil },
      title: text("title", "name"), kind: text("kind").flatMap { ListKind(rawValue: $0) },
      issued: text("issued", "date").flatMap { CalendarDay.isValid($0) ? $0 : nil },
      source: text("source", "url"), introduction: text("description", "introduction") ?? "")
    return head == ListHead() ? nil : head
  }
}

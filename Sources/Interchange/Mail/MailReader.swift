import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the lists in messages: each message is a list, and its text is read as what it is.
struct MailReader {
  private let lines: MailLines
  private let isMailbox: Bool
  private let receive: DocumentReceiver

  /// Reads a message, or a mailbox of several.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ source: ImportSource, _ receive: DocumentReceiver) throws {
    try withoutActuallyEscaping(receive) { receive in
      try source.bytes.withUnsafeBytes { bytes in
        let lines = MailLines(bytes.bindMemory(to: UInt8.self))
        let messages = Mailbox.messages(lines)
        let isMailbox = lines.count > 0 && lines[0].starts(with: "From ".utf8)
        let reader = MailReader(lines: lines, isMailbox: isMailbox, receive: receive)
        for message in messages { try reader.readMessage(message) }
      }
    }
  }

  private func readMessage(_ range: Range<Int>) throws {
    var body = range.lowerBound
    let headers = MailHeaders(lines, in: range, body: &body)
    let sender = headers["from"].map { PersonNames.name(in: $0) }
    let head = ListHead(
      title: headers["subject"], issued: headers["date"].flatMap { PublicationDate($0)?.day },
      source: sender)
    var count = 0
    for part in MailPart.parts(lines, in: range) {
      count += try readPart(part, head: head)
    }
    if count == 0 {
      let title = head.title ?? ""
      let name = title.isEmpty ? "this message" : "the message “\(title)”"
      let message = "no paper was found in \(name)"
      try receive(.warning(Diagnostic(line: range.lowerBound + 1, message: message)))
    }
  }

  /// Reads a part, and gives the number of entries in it.
  private func readPart(_ part: MailPart, head: ListHead) throws -> Int {
    guard part.type.hasPrefix("text/") || part.fileName != nil else {
      try leaveOut(part)
      return 0
    }
    let (text, sources) = part.text(lines, isOfMailbox: isMailbox)
    let name = part.fileName.map { String($0.split(separator: "/").last ?? "") } ?? ""
    let source = ImportSource(name: name, data: text)
    guard let importer = Self.importer(for: source, type: part.type) else {
      try leaveOut(part)
      return 0
    }
    // A newsletter is called what its subject says; a listing, a list and a file say it themselves.
    let namesItself = ["arxiv-listing", "lectern"].contains(importer.name) || part.fileName != nil
    var embedded = EmbeddedDocument(head: head, lines: sources, namesList: !namesItself)
    do {
      try importer.read(source) { part in
        for part in embedded.parts(for: part) {
          do {
            try receive(part)
          } catch {
            embedded.refusal = error
            throw error
          }
        }
      }
    } catch {
      if let refusal = embedded.refusal { throw refusal }
      let problem = (error as? InterchangeError)?.message ?? "it could not be read"
      let message = "a part of this message was left out: \(problem)"
      try receive(.warning(Diagnostic(line: part.range.lowerBound + 1, message: message)))
    }
    return embedded.count
  }

  private func leaveOut(_ part: MailPart) throws {
    let name = part.fileName.map { " “\(SafeText.line($0, limit: 80))”" } ?? ""
    let message = "left out, being no list: \(SafeText.line(part.type, limit: 80))\(name)"
    try receive(.leftOut(Diagnostic(line: part.range.lowerBound + 1, message: message)))
  }

  /// The importer for the text of a part: a message within a message is read as text.
  private static func importer(for source: ImportSource, type: String) -> Importer? {
    if type == "text/html" { return Importers.named("html") }
    guard source.bytes.contains(where: { $0 > 0x20 }) else { return nil }
    let found = Importers.importer(for: source)
    if found?.name == "email" { return Importers.named("newsletter") }
    // A file of a kind that is not known is not read as text.
    if !type.hasPrefix("text/"), found?.endings.contains(source.ending) != true { return nil }
    return found
  }
}

import ReadingModel

extension Importer {
  /// Messages and mailboxes (RFC 5322, MIME); the text of each is read by the importer for its kind.
  static let email = Importer(
    name: "email", title: "an e-mail message", endings: ["eml", "mbox"],
    likelihood: { _, sample in
      var names: Set<String> = []
      var isFirst = true
      for line in sample.utf8.split(
        separator: 0x0A, maxSplits: 400, omittingEmptySubsequences: false)
      {
        defer { isFirst = false }
        guard let first = line.first, first != 0x0D else { break }
        if first <= 0x20 || isFirst && line.starts(with: "From ".utf8) { continue }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
          line[..<colon].allSatisfy({ 0x21...0x7E ~= $0 })
        else { return .none }
        names.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
      }
      guard names.contains("from"), names.contains("date") || names.contains("subject") else {
        return .none
      }
      let marks: Set<String> = [
        "message-id", "mime-version", "received", "return-path", "content-type", "delivered-to",
      ]
      return names.isDisjoint(with: marks) ? .likely : .certain
    },
    read: { source, receive in try MailReader.read(source, receive) })
}

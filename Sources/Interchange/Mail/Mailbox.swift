/// Messages one after another in one file (RFC 4155).
enum Mailbox {
  /// The lines of each message, counted from 0; a document without a mailbox's marks is one message.
  static func messages(_ lines: MailLines) -> [Range<Int>] {
    guard lines.count > 0, begins(lines, at: 0) else {
      return lines.count > 0 ? [0..<lines.count] : []
    }
    var messages: [Range<Int>] = []
    var start = 0
    for index in 1..<max(1, lines.count) where lines[index - 1].isEmpty && begins(lines, at: index)
    {
      messages.append(start..<index)
      start = index
    }
    return messages + [start..<lines.count]
  }

  /// True for a line such as `From ada@example.org Mon Jan  1 09:00:00 2024` that a header follows.
  private static func begins(_ lines: MailLines, at index: Int) -> Bool {
    guard lines[index].starts(with: "From ".utf8), index + 1 < lines.count else { return false }
    return MailHeaders.name(of: lines[index + 1]) != nil
      || lines[index + 1].starts(with: ">From ".utf8)
  }
}

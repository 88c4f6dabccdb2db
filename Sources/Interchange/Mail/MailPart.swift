#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A part of a message that has no parts of its own.
struct MailPart {
  /// The media type in lower case; `text/plain` where none is given (RFC 2045, section 5.2).
  let type: String
  /// The name of the file that the part is, where it is one.
  let fileName: String?
  /// The lines of the document that the part is written in, counted from 0.
  let range: Range<Int>
  private let encoding: String
  private let charset: String?
  private let isFlowed: Bool
  private let deletesSpace: Bool

  /// Makes a part of the lines behind its headers.
  init(_ headers: MailHeaders, lines range: Range<Int>) {
    let content = headers.parameters(of: "content-type")
    type = content.flatMap { $0.value.contains("/") ? $0.value : nil } ?? "text/plain"
    let name = headers.parameters(of: "content-disposition")?["filename"] ?? content?["name"]
    fileName = name.flatMap { $0.isEmpty ? nil : $0 }
    encoding = headers["content-transfer-encoding"]?.lowercased() ?? "7bit"
    charset = content?["charset"]
    isFlowed = type == "text/plain" && content?["format"]?.lowercased() == "flowed"
    deletesSpace = content?["delsp"]?.lowercased() == "yes"
    self.range = range
  }

  /// The text of the part, and for each of its lines the line of the document, counted from 1.
  ///
  /// - Parameters:
  ///   - lines: The lines of the document.
  ///   - isOfMailbox: True where lines that begin with `From ` are marked by a `>`.
  func text(_ lines: MailLines, isOfMailbox: Bool) -> (text: Data, lines: [Int]) {
    var text: [UInt8] = []
    var sources: [Int] = []
    switch encoding {
    case "base64":
      let bytes = TransferDecoding.base64(range.lazy.flatMap { lines[$0] })
      return (MailCharset.utf8(bytes, charset: charset), [range.lowerBound + 1])
    case "quoted-printable":
      var isNew = true
      for index in range {
        var line = lines[index]
        while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
        if isNew { sources.append(index + 1) }
        isNew = line.last != UInt8(ascii: "=")
        if !isNew { line.removeLast() }
        text += TransferDecoding.quotedPrintableLine(line)
        if isNew { text.append(0x0A) }
      }
      text = [UInt8](MailCharset.utf8(text, charset: charset))
    default:
      // What is not encoded was decoded with the document it stands in.
      for index in range {
        var line = lines[index]
        if isOfMailbox, line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8) {
          line = line.dropFirst(line.first == UInt8(ascii: ">") ? 1 : 0)
        }
        text += line
        text.append(0x0A)
        sources.append(index + 1)
      }
    }
    return isFlowed ? unflowed(text, sources) : (Data(text), sources)
  }

  /// Joins the lines that `format=flowed` broke (RFC 3676, section 4).
  private func unflowed(_ text: [UInt8], _ sources: [Int]) -> (Data, [Int]) {
    var joined: [UInt8] = []
    var lines: [Int] = []
    var flows = false
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard index < sources.count else { break }
      if !flows { lines.append(sources[index]) }
      // A space in front of a line only protects it.
      let content = line.first == 0x20 ? line.dropFirst() : line
      let isSignature = content.elementsEqual("-- ".utf8)
      flows = content.last == 0x20 && !isSignature && content.first != UInt8(ascii: ">")
      joined += flows && deletesSpace ? content.dropLast() : content
      if !flows { joined.append(0x0A) }
    }
    return (Data(joined), lines)
  }

  /// The parts of a message that can be read one after another.
  ///
  /// Of several forms of one text the plain one is taken, unless only the HTML has its links.
  ///
  /// - Parameters:
  ///   - lines: The lines of the document.
  ///   - range: The lines of the message or part, with its headers.
  ///   - depth: How many parts stand around it.
  static func parts(_ lines: MailLines, in range: Range<Int>, depth: Int = 0) -> [MailPart] {
    var body = range.lowerBound
    let headers = MailHeaders(lines, in: range, body: &body)
    let content = headers.parameters(of: "content-type")
    let inner = body..<range.upperBound
    guard depth < deepest, let content else { return [MailPart(headers, lines: inner)] }
    if content.value == "message/rfc822" {
      return parts(lines, in: inner, depth: depth + 1)
    }
    guard content.value.hasPrefix("multipart/"), let boundary = content["boundary"],
      !boundary.isEmpty
    else { return [MailPart(headers, lines: inner)] }
    let pieces = split(lines, in: inner, at: boundary)
      .map { parts(lines, in: $0, depth: depth + 1) }
    guard content.value == "multipart/alternative" else { return pieces.flatMap { $0 } }
    let plain = pieces.first { $0.contains { $0.type == "text/plain" } }
    let html = pieces.first { $0.contains { $0.type == "text/html" } }
    guard let plain else { return html ?? pieces.last ?? [] }
    guard let html else { return plain }
    let hasLinks = plain.contains { $0.mentions("://", in: lines) }
    return !hasLinks && html.contains { $0.mentions("href", in: lines) } ? html : plain
  }

  /// How deep parts may stand in parts.
  private static let deepest = 8

  private func mentions(_ word: String, in lines: MailLines) -> Bool {
    let text = text(lines, isOfMailbox: false).text
    let word = Array(word.utf8)
    return text.withUnsafeBytes { bytes in
      var index = bytes.startIndex
      while let first = bytes[index...].firstIndex(of: word[0]) {
        if bytes[first...].starts(with: word) { return true }
        index = first + 1
      }
      return false
    }
  }

  /// The lines between the boundaries of a multipart.
  private static func split(
    _ lines: MailLines, in range: Range<Int>, at boundary: String
  ) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [Range<Int>] = []
    var start: Int?
    for index in range where lines[index].starts(with: mark) {
      var rest = lines[index].dropFirst(mark.count)
      let isEnd = rest.starts(with: "--".utf8)
      if isEnd { rest = rest.dropFirst(2) }
      guard rest.allSatisfy({ $0 <= 0x20 }) else { continue }
      if let start, start < index { pieces.append(start..<index) }
      start = isEnd ? nil : index + 1
      if isEnd { break }
    }
    // A message that is cut has no last boundary.
    if let start, start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces
  }
}

import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the listings that arXiv sends by mail.
///
/// Papers stand between lines of `\\`: first the head with identifier, title and authors, then the
/// abstract, which a replacement has not. See https://info.arxiv.org/help/subscribe.html. Categories
/// are not taken over, because tags belong to the reader.
struct ArxivListingReader {
  private enum State {
    case outside, head, abstract
  }

  private let receive: DocumentReceiver
  private var state = State.outside
  private var entry: ArxivListingEntry?
  private var section: ArxivListingEntry.Event?
  private var head = ListHead()
  private var subjects: [String] = []
  private var isInSubjects = false
  private var isNoting = false
  private var line = 0

  private init(receive: @escaping DocumentReceiver) { self.receive = receive }

  /// Reads a listing.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ source: ImportSource, _ receive: DocumentReceiver) throws {
    try withoutActuallyEscaping(receive) { receive in
      try source.bytes.withUnsafeBytes { bytes in
        var reader = ArxivListingReader(receive: receive)
        let lines = MailLines(bytes.bindMemory(to: UInt8.self))
        for index in 0..<lines.count {
          reader.line = index + 1
          try reader.take(lines[index])
        }
        try reader.finish()
      }
    }
  }

  /// The longest line that is read to its end, in bytes; arXiv breaks its own after 80.
  private static let longestLine = 65_536

  private mutating func take(_ line: Slice<UnsafeBufferPointer<UInt8>>) throws {
    if line.count > Self.longestLine {
      let message = "the line is longer than \(Self.longestLine) bytes and was cut"
      try receive(.warning(Diagnostic(line: self.line, message: message)))
    }
    try take(String(decoding: line.prefix(Self.longestLine), as: UTF8.self))
  }

  private mutating func take(_ text: String) throws {
    let bytes = text.utf8
    if bytes.starts(with: "\\\\".utf8) {
      try takeRule(text)
      return
    }
    switch state {
    case .outside: try takeOutside(text)
    case .head: entry?.takeField(text)
    case .abstract:
      // The rule between two papers ends one whose last line is missing.
      if bytes.count >= 20, bytes.allSatisfy({ $0 == UInt8(ascii: "-") }) {
        try end(address: nil)
      } else {
        entry?.takeAbstract(text)
      }
    }
  }

  /// Takes a line of `\\`, which separates the parts of an entry.
  private mutating func takeRule(_ text: String) throws {
    let rest = text.utf8.dropFirst(2)
    if state == .head, rest.allSatisfy({ $0 <= 0x20 }) {
      state = .abstract
    } else if state != .outside {
      // `( https://arxiv.org/abs/2401.00001 ,  123kb)`
      let words = text.split { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "," }
      try end(address: words.first { $0.contains("://") }.map(String.init))
    }
  }

  private mutating func takeOutside(_ text: String) throws {
    if let begun = ArxivListingEntry(text, line: line) {
      entry = begun
      state = .head
      isNoting = false
      return
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first, first.contains(where: \.isLetter) else {
      isInSubjects = false
      return
    }
    if text.hasPrefix(" received from") {
      takeInterval(text)
      isInSubjects = false
    } else if text.contains("Submissions to:") {
      isInSubjects = true
    } else if isInSubjects {
      subjects.append(SafeText.line(text))
    } else {
      try note(text)
    }
  }

  /// Takes ` received from  Thu 28 Dec 23 19:00:00 GMT  to  Fri 29 Dec 23 19:00:00 GMT`.
  private mutating func takeInterval(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let to = words.firstIndex(of: "to") else { return }
    let day = { (words: ArraySlice<Substring>) in PublicationDate(words.joined(separator: " "))?.day
    }
    head.issued = day(words[(to + 1)...])
    if let start = day(words[2..<to]), let issued = head.issued {
      head.period = "\(start)/\(issued)"
    }
  }

  /// Names text that is neither a paper nor about one: how to subscribe, and the like.
  private mutating func note(_ text: String) throws {
    guard !isNoting else { return }
    isNoting = true
    let beginning = SafeText.line(text, limit: 80)
    try receive(
      .leftOut(Diagnostic(line: line, message: "left out, being no paper: “\(beginning)”")))
  }

  private mutating func end(address: String?) throws {
    state = .outside
    guard let ended = entry else { return }
    entry = nil
    if section == nil { try sendHead() }
    if section != ended.event {
      section = ended.event
      try receive(.section(ended.event.rawValue))
    }
    try receive(.entry(ended.entry(address: address)))
  }

  private mutating func sendHead() throws {
    if !subjects.isEmpty { head.title = "arXiv: " + subjects.joined(separator: ", ") }
    try receive(.list(head))
  }

  private mutating func finish() throws {
    guard let entry else { return }
    let name = entry.title.isEmpty ? "a paper" : "“\(entry.title)”"
    let message = "the listing ends in the middle of \(name); what there is of it was taken"
    try receive(.warning(Diagnostic(line: entry.line, message: message)))
    try end(address: nil)
  }
}

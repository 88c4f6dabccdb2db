import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads a document of tagged lines from beginning to end, holding one record at a time.
struct TaggedReader {
  private let format: TaggedFormat
  private var record: TaggedRecord?
  /// The beginning of text outside of records that was not told of yet.
  private var outside: Diagnostic?

  /// Reads a document and hands over its entries.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ data: Data, format: TaggedFormat, _ receive: DocumentReceiver) throws {
    try data.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) in
      var reader = TaggedReader(format: format)
      let bytes = buffer.bindMemory(to: UInt8.self)
      var number = 0
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        number += 1
        try reader.take(bytes[start..<end], number: number, receive)
        let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
        start = end + (isPair ? 2 : 1)
      }
      try reader.finish(receive)
      try reader.tellOutside(receive)
    }
  }

  private init(format: TaggedFormat) { self.format = format }

  private mutating func take(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, number: Int, _ receive: DocumentReceiver
  ) throws {
    let text = Self.trimmed(line)
    if text.isEmpty {
      if format.endsAtBlankLine { try finish(receive) } else { record?.part() }
      return
    }
    guard let tag = format.tag(line) else {
      if record != nil {
        record?.extend(text)
      } else if outside == nil {
        let beginning = String(decoding: text.prefix(120), as: UTF8.self)
        outside = Diagnostic(line: number, message: SafeText.line(beginning, limit: 80))
      }
      return
    }
    if format.frame.contains(tag.name) { return try finish(receive) }
    if tag.name == format.last {
      if record == nil {
        try warn(number, "“\(tag.name)” ends a record, but none begins before it", receive)
      }
      try finish(receive, isEnded: true)
      return
    }
    if tag.name == format.first {
      try finish(receive)
      try tellOutside(receive)
      record = TaggedRecord(line: number)
    } else if record == nil {
      try tellOutside(receive)
      if !format.beginsAnywhere {
        try warn(number, "the record does not begin with “\(format.first)”", receive)
      }
      record = TaggedRecord(line: number)
    }
    record?.add(tag.name, Self.trimmed(line[tag.value...]))
  }

  /// Hands over the record that was read, if there is one.
  private mutating func finish(_ receive: DocumentReceiver, isEnded: Bool = false) throws {
    guard let record else { return }
    self.record = nil
    try receive(.entry(TaggedPaper.parsed(record, format: format)))
    if let last = format.last, !isEnded {
      let message = "the record has no “\(last)” at its end; what there is of it was read"
      try warn(record.line, message, receive)
    }
  }

  private mutating func tellOutside(_ receive: DocumentReceiver) throws {
    guard let outside else { return }
    self.outside = nil
    try receive(.leftOut(outside))
  }

  private func warn(_ line: Int, _ message: String, _ receive: DocumentReceiver) throws {
    try receive(.warning(Diagnostic(line: line, message: message)))
  }

  private static func trimmed(
    _ line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var line = line
    while let first = line.first, first <= 0x20 { line.removeFirst() }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    return line
  }
}

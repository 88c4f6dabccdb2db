import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads a BibTeX document from beginning to end, holding one entry at a time.
///
/// Citation keys need not be unique: a key says where an entry is cited and not which paper it is.
struct BibTeXReader {
  private var scanner: BibTeXScanner
  private var fields: BibTeXFields
  private var inheritance: BibTeXInheritance
  private var lines: LineCounter

  /// Reads a document and hands over its entries.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ data: Data, _ receive: DocumentReceiver) throws {
    try data.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) in
      var reader = BibTeXReader(BibTeXBytes(bytes: buffer.bindMemory(to: UInt8.self)))
      try reader.read(receive)
    }
  }

  private init(_ document: BibTeXBytes) {
    scanner = BibTeXScanner(document)
    fields = BibTeXFields(document: document)
    inheritance = BibTeXInheritance(document: document)
    lines = LineCounter(document.bytes)
  }

  private mutating func read(_ receive: DocumentReceiver) throws {
    while true {
      let start = scanner.index
      switch scanner.next() {
      case .end:
        try report(scanner.block.problems, receive)
        return
      case .leftOut(let range):
        let beginning = SafeText.line(scanner.document.text(range, limit: 120), limit: 80)
        let line = lines.line(at: max(start, range.lowerBound))
        try receive(.leftOut(Diagnostic(line: line, message: beginning)))
        try report(scanner.block.problems, receive)
      case .abbreviations:
        fields.abbreviations.define(from: scanner.block, in: scanner.document)
        try report(scanner.block.problems, receive)
      case .entry: try readEntry(receive)
      }
    }
  }

  private mutating func readEntry(_ receive: DocumentReceiver) throws {
    let line = lines.line(at: scanner.block.start)
    let block = scanner.block
    if block.fieldCount == 0, block.key.isEmpty || !block.isClosed {
      let type = scanner.document.text(block.type)
      try report(block.problems, receive)
      let message = "“@\(type)” has nothing in it and was left out"
      try receive(.warning(Diagnostic(line: line, message: message)))
      return
    }
    fields.take(&scanner.block)
    inheritance.complete(&fields)
    let entry = BibTeXEntry.parsed(&fields, line: line)
    try receive(.entry(entry))
    if !fields.problems.isEmpty || !fields.entry.problems.isEmpty {
      try report(
        (fields.entry.problems + fields.problems).sorted { $0.offset < $1.offset }, receive)
    }
  }

  private mutating func report(
    _ problems: [BibTeXBlock.Problem], _ receive: DocumentReceiver
  ) throws {
    for problem in problems {
      let line = lines.line(at: problem.offset)
      try receive(.warning(Diagnostic(line: line, message: problem.message)))
    }
  }
}

import Interchange

/// How far an import is.
public struct ImportProgress: Equatable, Sendable {
  /// The entries read so far.
  public var entries: Int
  /// How much of the documents that is, 0 to 1; nil when it cannot be told.
  public var share: Double?
}

/// How much of several documents is read, by the lines of the entries.
struct ReadShare {
  private let total: Int
  /// The bytes of the documents before the present one, and its own.
  private var (before, present) = (0, 0)
  private var source: ImportSource?
  /// The lines of the present document, counted when they are asked for.
  private var lines: Int?

  init(_ documents: [ImportDocument]) {
    total = documents.reduce(0) { $0 + $1.source.bytes.count }
  }

  /// Begins with the next document.
  mutating func begin(_ source: ImportSource) {
    before += present
    present = source.bytes.count
    self.source = source
    lines = nil
  }

  /// The share up to a line of the present document.
  mutating func upTo(line: Int) -> Double? {
    // Of a short document it is not worth the counting; a long one is being read meanwhile.
    let lines = lines ?? (present < 1 << 20 ? 0 : source?.lineCount ?? 0)
    self.lines = lines
    // A document on one line does not say where in it an entry stands.
    guard lines > 100 else { return total > 1 << 20 ? Double(before) / Double(total) : nil }
    let part = min(1, Double(line) / Double(lines))
    return (Double(before) + part * Double(present)) / Double(total)
  }
}

import ReadingModel

/// A document that was found within another one, such as the text of a mail or a page as Markdown.
///
/// It gives what an importer finds in the inner document the lines of the outer one, and says about
/// the list what only the outer one knows.
struct EmbeddedDocument {
  /// What the outer document says about the list.
  let head: ListHead
  /// For each line within the line of the outer document; the last one stands for all that follow.
  let lines: [Int]
  /// The number of entries so far.
  private(set) var count = 0
  /// What the receiver threw.
  var refusal: (any Error)?
  /// True where the outer document names the list, whatever heading the inner one begins with.
  private let namesList: Bool
  private var hasHead = false

  /// Makes a document that nothing was found in yet.
  init(head: ListHead, lines: [Int], namesList: Bool = false) {
    self.head = head
    self.lines = lines
    self.namesList = namesList
  }

  /// What stands in the outer document for something that was found in the inner one.
  mutating func parts(for part: DocumentPart) -> [DocumentPart] {
    switch part {
    case .list(let found):
      hasHead = true
      return [.list(merged(found))]
    case .section, .entry: return begun() + [placed(part)]
    case .warning(let diagnostic): return [.warning(placed(diagnostic))]
    case .leftOut(let diagnostic): return [.leftOut(placed(diagnostic))]
    }
  }

  private mutating func begun() -> [DocumentPart] {
    defer { hasHead = true }
    return hasHead ? [] : [.list(head)]
  }

  private mutating func placed(_ part: DocumentPart) -> DocumentPart {
    guard case .entry(var entry) = part else { return part }
    count += 1
    entry.line = line(entry.line)
    return .entry(entry)
  }

  private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    Diagnostic(line: line(diagnostic.line), message: diagnostic.message)
  }

  private func line(_ number: Int) -> Int {
    lines.isEmpty ? number : lines[max(0, min(number, lines.count) - 1)]
  }

  /// What the inner document says about the list, and the outer one where it is silent.
  private func merged(_ found: ListHead) -> ListHead {
    var merged = found
    merged.title = namesList ? head.title ?? found.title : found.title ?? head.title
    merged.issued = found.issued ?? head.issued
    merged.source = found.source ?? head.source
    return merged
  }
}

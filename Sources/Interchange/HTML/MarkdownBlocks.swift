/// A Markdown document while its blocks come in, with the line of the source for each of its lines.
struct MarkdownBlocks {
  /// What blocks can stand in.
  enum Container {
    /// A quotation; `isFresh` until its first block came.
    case quotation(isFresh: Bool)
    /// An item of a list with its sign; `isFresh` until its first block came.
    case item(marker: String, isFresh: Bool)
  }

  /// How deep lists and quotations nest; what is deeper stands at this depth.
  static let deepest = 16

  /// The Markdown so far.
  private(set) var bytes: [UInt8] = []
  /// For each line of it the line of the source, counted from 1.
  private(set) var lines: [Int] = []
  private var containers: [Container] = []
  private var wasInList = false

  /// How deep the next block would stand.
  var depth: Int { containers.count }

  /// Begins a quotation or an item.
  mutating func enter(_ container: Container) { containers.append(container) }

  /// Ends the innermost quotation or item.
  mutating func leave() { _ = containers.popLast() }

  /// Says that a list outside of all others ended.
  mutating func endList() { wasInList = false }

  /// Adds a block.
  ///
  /// - Parameters:
  ///   - text: Its lines, separated by line feeds.
  ///   - sources: The line of the source for each of them; the last one stands for all that follow.
  ///   - continues: True when it goes on with the block before it, as a row of a table does.
  mutating func add(_ text: [UInt8], from sources: [Int], continues: Bool = false) {
    var sources = sources[...]
    let isFirstOfItem: Bool
    if case .item(_, true) = containers.last { isFirstOfItem = true } else { isFirstOfItem = false }
    if !bytes.isEmpty, !continues, !(isFirstOfItem && wasInList) {
      appendLine([], from: sources.first ?? 1)
    }
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      appendLine(line, from: sources.first ?? 1)
      if sources.count > 1 { sources.removeFirst() }
    }
    wasInList = containers.contains { if case .item = $0 { true } else { false } }
  }

  private mutating func appendLine(_ line: some Collection<UInt8>, from source: Int) {
    let start = bytes.count
    for index in containers.indices.prefix(Self.deepest) {
      switch containers[index] {
      case .quotation(true) where line.isEmpty: break
      case .quotation:
        bytes.append(contentsOf: "> ".utf8)
        containers[index] = .quotation(isFresh: false)
      case .item(let marker, true) where !line.isEmpty:
        bytes.append(contentsOf: marker.utf8)
        containers[index] = .item(marker: marker, isFresh: false)
      case .item(let marker, _):
        bytes.append(contentsOf: repeatElement(0x20, count: marker.utf8.count))
      }
    }
    bytes.append(contentsOf: line)
    while bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
    lines.append(source)
  }
}

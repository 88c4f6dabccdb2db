#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where the items of a JSON Feed stand, found without reading them.
///
/// So an item is decoded alone, knows its line, and takes no other with it when it is damaged.
struct JSONFeedParts {
  /// An item.
  struct Item {
    /// Its bytes.
    var range: Range<Data.Index>
    /// The line it begins on, counted from 1.
    var line: Int
  }

  /// The items in order.
  private(set) var items: [Item] = []
  /// The feed without its items, as JSON.
  private(set) var feed = Data()
  /// The line of what has no end; nil when the feed is whole.
  private(set) var damage: Int?

  /// Finds the items of a feed.
  init(_ document: Data) {
    document.withUnsafeBytes { find(in: $0, of: document) }
  }

  private mutating func find(in bytes: UnsafeRawBufferPointer, of document: Data) {
    var feed: [UInt8] = []
    defer { self.feed = Data(feed) }
    var depth = 0
    var line = 1
    var isInString = false
    var isEscaped = false
    var key: [UInt8] = []
    var isInItems = false
    var start: (offset: Int, line: Int)?
    for (offset, byte) in bytes.enumerated() {
      if !isInItems { feed.append(byte) }
      if byte == 0x0A { line += 1 }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        } else if depth == 1, key.count < 8 {
          key.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInString = true
        if depth == 1 { key = [] }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == 2, byte == UInt8(ascii: "["), key.elementsEqual("items".utf8) {
          isInItems = true
        } else if depth == 3, isInItems {
          start = (offset, line)
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 2, isInItems, let begun = start {
          let first = document.startIndex + begun.offset
          items.append(Item(range: first..<(document.startIndex + offset + 1), line: begun.line))
          start = nil
        } else if depth == 1, isInItems {
          isInItems = false
          feed.append(byte)
        }
      default: break
      }
    }
    if depth != 0 || isInString || line == 1 && feed.isEmpty { damage = start?.line ?? line }
    // What a cut feed says about itself can still be read.
    if depth > 0 { feed.append(contentsOf: isInItems ? "]}".utf8 : "}".utf8) }
  }
}

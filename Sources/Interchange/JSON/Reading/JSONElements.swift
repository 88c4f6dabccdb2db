/// The elements of an array, or the values of a document, one after another.
///
/// An element that cannot be read does not take the ones after it along.
struct JSONElements {
  /// What may end the elements.
  enum End {
    /// The bracket that closes the array.
    case bracket
    /// The end of the document.
    case document
  }

  let end: End
  /// How many bytes may be looked at once more after damage, so that time stays linear.
  private var bytesLeft = 0

  init(end: End) { self.end = end }

  /// Reads the elements from the cursor on.
  ///
  /// - Parameters:
  ///   - reader: A cursor behind the opening bracket, or at the start of the document; it is left
  ///     behind what was read.
  ///   - read: Reads the element at the cursor; it throws `JSONReader.Damage` for one that is
  ///     damaged, or what shall end the reading.
  ///   - damaged: Is told of damage and of the offset where the element with it begins.
  mutating func forEach(
    in reader: inout JSONReader, read: (inout JSONReader) throws -> Void,
    damaged: (JSONReader.Damage, _ start: Int) throws -> Void
  ) throws {
    bytesLeft = 2 * reader.bytes.count
    var start = reader.position
    while true {
      guard let byte = reader.next() else {
        if end == .bracket { try damaged(reader.damage("“]”"), start) }
        return
      }
      if byte == UInt8(ascii: ",") {
        reader.position += 1
        continue
      }
      if byte == UInt8(ascii: "]"), end == .bracket {
        reader.position += 1
        return
      }
      start = reader.position
      do {
        try read(&reader)
      } catch let damage as JSONReader.Damage {
        try damaged(damage, start)
        guard resume(&reader, after: damage, like: start) else { return }
      }
    }
  }

  /// Moves to the beginning of the next element that looks like the one that begins at `start`.
  ///
  /// - Returns: False when there is none; the cursor is then at the end.
  private mutating func resume(
    _ reader: inout JSONReader, after damage: JSONReader.Damage, like start: Int
  ) -> Bool {
    let bytes = reader.bytes
    let margin = margin(before: start, in: bytes)
    let key = firstKey(at: start, in: reader)
    var index = max(damage.offset, start + 1)
    // Where elements begin lines of their own, one may have been taken for a part of another.
    if margin != nil, damage.offset - start <= bytesLeft {
      bytesLeft -= damage.offset - start
      index = start + 1
    }
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "{") else { continue }
      if let margin {
        guard self.margin(before: index, in: bytes) == margin else { continue }
      } else {
        guard let key, firstKey(at: index, in: reader).map({ isSame($0, key, bytes) }) == true
        else { continue }
      }
      reader.position = index
      return true
    }
    reader.position = bytes.count
    return false
  }

  /// The width of the white space between a line's start and an offset; nil when more stands there.
  private func margin(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = offset
    while index > 0, offset - index <= 64 {
      switch bytes[index - 1] {
      case 0x20, 0x09: index -= 1
      case 0x0A, 0x0D: return offset - index
      default: return nil
      }
    }
    return index == 0 ? offset : nil
  }

  /// Where the first key of the object at an offset stands.
  private func firstKey(at offset: Int, in reader: JSONReader) -> Range<Int>? {
    var reader = reader
    reader.position = offset + 1
    guard reader.next() == UInt8(ascii: "\"") else { return nil }
    let start = reader.position + 1
    let limit = min(start + 64, reader.bytes.count)
    guard let end = reader.bytes[start..<limit].firstIndex(of: UInt8(ascii: "\"")) else {
      return nil
    }
    return start..<end
  }

  private func isSame(
    _ left: Range<Int>, _ right: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    bytes[left].elementsEqual(bytes[right])
  }
}

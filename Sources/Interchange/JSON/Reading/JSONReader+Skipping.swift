extension JSONReader {
  /// A member of an object by its place.
  struct Place {
    /// The key.
    var key: String
    /// The offset of the first byte of the value.
    var offset: Int
    /// That byte, which tells the kind of the value.
    var first: UInt8
  }

  /// Moves behind the value at the cursor without reading it.
  ///
  /// Brackets are counted and not matched; a string ends with its line at the latest.
  mutating func skipValue() {
    var depth = 0
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        position += 1
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { return }
        position += 1
      default: skipWord()
      }
      if depth == 0 { return }
    }
  }

  private mutating func skipString() {
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): position += 2
      case 0x0A, 0x0D: return
      default: position += 1
      }
    }
    position = bytes.count
  }

  private mutating func skipWord() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\""),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"):
        return
      default: position += 1
      }
    }
  }

  /// The members of the object at the cursor, which stays where it is; as many as can be found.
  func places() -> [Place] {
    var reader = self
    var places: [Place] = []
    reader.position += 1
    while let byte = reader.next(), byte != UInt8(ascii: "}"), places.count < Self.mostValues {
      if byte == UInt8(ascii: ",") {
        reader.position += 1
        continue
      }
      guard let key = try? reader.key(), let first = reader.next() else { break }
      places.append(Place(key: key, offset: reader.position, first: first))
      reader.skipValue()
    }
    return places
  }
}

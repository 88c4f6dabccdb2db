internal import GRDB
public import ReadingModel

/// Tells of nearly every name that no paper of the library has it, without asking the library.
///
/// An import asks for each entry by its identifiers, its title and the beginning of that, and nearly
/// always nothing is there. Each name that is there sets one bit in a table with 16 to 32 bits for
/// a name, at the place that its hash says; a name whose bit is not set is new, any other has to be
/// looked for. It is the filter of B. H. Bloom, “Space/time trade-offs in hash coding with allowable
/// errors”, Communications of the ACM 13 (1970), with one hash.
public struct StandingNames: Sendable {
  private var bits: [UInt64]

  /// Makes a table for so many names, with none in it.
  init(count: Int) {
    let words = max(1, count / 4)
    bits = Array(repeating: 0, count: 1 << (Int.bitWidth - (words - 1).leadingZeroBitCount))
  }

  /// False when no paper has, or ever had, an identifier.
  public func mayHave(_ identifier: Identifier) -> Bool {
    var hash = NameHash()
    hash.append(identifier.scheme.rawValue)
    hash.append(":")
    hash.append(identifier.value)
    return has(hash)
  }

  /// False when no paper has, or ever had, a title.
  public func mayHave(titleKey: String) -> Bool {
    var hash = NameHash()
    hash.append(Self.title)
    hash.append(titleKey)
    return has(hash)
  }

  /// False when no title begins with some words, and none of three words or more is their beginning.
  public func mayHaveTitle(near words: String) -> Bool {
    var opening = NameHash()
    opening.append(Self.title)
    var parts = 0
    words.utf8.inMemory { bytes in
      for byte in bytes {
        if byte == Self.hyphen {
          parts += 1
          if parts == Self.openings { break }
        }
        opening.append(byte)
      }
    }
    opening.append(Self.hyphen)
    return has(opening)
  }

  /// Takes the key of a paper in: a scheme, a colon and what follows.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>) {
    var hash = NameHash()
    var hyphens = Self.openings
    for (place, byte) in key.enumerated() {
      if place == Self.title.utf8.count, key.starts(with: Self.title.utf8) { hyphens = 0 }
      hash.append(byte)
      if byte == Self.hyphen, hyphens < Self.openings {
        set(hash)
        hyphens += 1
      }
    }
    set(hash)
    if hyphens < Self.openings {
      hash.append(Self.hyphen)
      set(hash)
    }
  }

  private static let title = "title:"
  private static let hyphen = UInt8(ascii: "-")
  /// How many words of a title are remembered as its beginning, and as many fewer.
  static let openings = 3

  private mutating func set(_ hash: NameHash) {
    let place = hash.value
    bits[word(of: place)] |= 1 << (place & 63)
  }

  private func has(_ hash: NameHash) -> Bool {
    let place = hash.value
    return bits[word(of: place)] >> (place & 63) & 1 != 0
  }

  private func word(of place: UInt64) -> Int { Int(place >> 6) & (bits.count - 1) }
}

/// The hash FNV-1a with 64 bits, over bytes that come one after another.
///
/// It is by Fowler, Noll and Vo: http://www.isthe.com/chongo/tech/comp/fnv/.
private struct NameHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func append(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func append(_ text: String) {
    text.utf8.inMemory { bytes in
      for byte in bytes { append(byte) }
    }
  }

  /// The hash; its upper half depends on all bytes most.
  var value: UInt64 { state ^ state >> 32 }
}

extension ImportLookup {
  /// The number of papers in the library.
  public func paperCount() throws -> Int {
    try database.value("SELECT papers FROM library_tally") ?? 0
  }

  /// The names of all papers of the library; the time is that of looking for a tenth as many.
  public func names() throws -> StandingNames {
    let count: Int? = try database.value(
      """
      SELECT (SELECT count(*) FROM identifier) + (SELECT count(*) FROM alias)
        + \(1 + StandingNames.openings) * (SELECT papers FROM library_tally)
      """)
    var names = StandingNames(count: count ?? 0)
    try RepeatedStatement(
      database,
      """
      SELECT scheme || ':' || value FROM identifier UNION ALL SELECT key FROM alias
        UNION ALL SELECT 'title:' || title_key FROM paper
      """
    ).texts { names.insert($0) }
    return names
  }
}

/// How many columns a cluster takes: 0, 1 or 2.
///
/// The widths of the code points of a cluster are added and never count more than two, which agrees
/// with what terminals do for combining marks, decomposed Hangul, flags, skin tones and families
/// alike; U+FE0F asks for the emoji form of the character before it, which takes two (UTS #51).
/// Characters of ambiguous width (UAX #11) take the columns that `AmbiguousWidth` says. Controls, and marks with nothing to
/// stand on, take none.
public func displayWidth(of character: Character) -> Int {
  displayWidth(of: character, ambiguous: AmbiguousWidth.inUse)
}

/// How many columns a cluster takes where characters of ambiguous width take so many.
public func displayWidth(of character: Character, ambiguous: AmbiguousWidth) -> Int {
  if character.utf8.count == 1, let byte = character.utf8.first { return width(ofASCII: byte) }
  let scalars = character.unicodeScalars
  guard var last = scalars.first else { return 0 }
  var total = width(of: last, ambiguous)
  guard total > 0 else { return 0 }
  for scalar in scalars.dropFirst() where total < 2 {
    if scalar.value == 0xFE0F, last.properties.isEmoji { return 2 }
    total += width(of: scalar, ambiguous)
    last = scalar
  }
  return min(total, 2)
}

/// How many columns a text takes, controls left out.
public func displayWidth(of text: String) -> Int { displayWidth(of: text[...]) }

/// How many columns a part of a text takes, controls left out.
public func displayWidth(of text: Substring) -> Int {
  ClusterReader.reading(text) { reader in
    var total = 0
    var offset = 0
    while offset < reader.count {
      let cluster = reader.cluster(at: offset)
      total += cluster.width
      offset = cluster.end
    }
    return total
  }
}

/// How many columns a code point takes that is a cluster by itself.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  width(of: scalar, AmbiguousWidth.inUse)
}

extension UInt8 {
  /// True for space to tilde, each of which is one cluster of one column.
  var isPrintableASCII: Bool { (0x20...0x7E).contains(self) }
}

private func width(ofASCII byte: UInt8) -> Int { byte.isPrintableASCII ? 1 : 0 }

/// The columns of one code point standing alone.
private func width(of scalar: Unicode.Scalar, _ ambiguous: AmbiguousWidth) -> Int {
  let code = scalar.value
  if ambiguous == .wide, AmbiguousWidth.isAmbiguous(scalar) { return 2 }
  if code < 0x300 { return code < 0x20 || (0x7F...0x9F).contains(code) || code == 0xAD ? 0 : 1 }
  let changes = WidthTable.changes
  var low = 0
  var high = changes.count
  while high - low > 1 {
    let middle = (low + high) / 2
    if changes[middle] >> 2 <= code { low = middle } else { high = middle }
  }
  return Int(changes[low] & 3)
}

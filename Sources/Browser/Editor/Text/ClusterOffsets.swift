/// Places in a text counted in UTF-8 bytes from its start, each at the edge of a grapheme cluster.
///
/// A Swift string finds a byte in constant time and the cluster beside it by looking at a few
/// scalars, so that moving and typing cost the same in a line of any length; counting clusters from
/// the start would not.
extension String {
  /// The index at an offset; one beyond the text counts as its end.
  func index(atOffset offset: Int) -> Index {
    utf8.index(startIndex, offsetBy: min(max(0, offset), utf8.count))
  }

  /// How many bytes stand before an index.
  func offset(of index: Index) -> Int {
    utf8.distance(from: startIndex, to: index)
  }

  /// The offset itself when a cluster starts there, else the end of the cluster that it lies in.
  ///
  /// Text that is put before a combining mark or between the halves of a flag makes new clusters, and
  /// its end can lie within one.
  func clusterEdge(atOrAfter offset: Int) -> Int {
    let place = index(atOffset: offset)
    if place == endIndex || Index(place, within: self) != nil { return self.offset(of: place) }
    return self.offset(of: index(after: place))
  }

  /// Where the cluster before an offset starts; 0 at the start.
  func clusterStart(before offset: Int) -> Int {
    let place = index(atOffset: offset)
    return place == startIndex ? 0 : self.offset(of: index(before: place))
  }

  /// Where the cluster at an offset ends; the text's length at its end.
  func clusterEnd(after offset: Int) -> Int {
    let place = index(atOffset: offset)
    return place == endIndex ? utf8.count : self.offset(of: index(after: place))
  }

  /// Where the word that ends at or before an offset starts; 0 when there is none.
  func wordStart(before offset: Int) -> Int {
    var place = index(atOffset: offset)
    while place > startIndex, WordKind(of: self[index(before: place)]) == .between {
      place = index(before: place)
    }
    guard place > startIndex else { return 0 }
    place = index(before: place)
    guard WordKind(of: self[place]) == .letters else { return self.offset(of: place) }
    while place > startIndex, WordKind(of: self[index(before: place)]) == .letters {
      place = index(before: place)
    }
    return self.offset(of: place)
  }

  /// Where the word that starts at or after an offset ends; the text's length when there is none.
  func wordEnd(after offset: Int) -> Int {
    var place = index(atOffset: offset)
    while place < endIndex, WordKind(of: self[place]) == .between { place = index(after: place) }
    guard place < endIndex else { return utf8.count }
    guard WordKind(of: self[place]) == .letters else { return self.offset(of: index(after: place)) }
    while place < endIndex, WordKind(of: self[place]) == .letters { place = index(after: place) }
    return self.offset(of: place)
  }
}

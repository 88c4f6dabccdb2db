import Browser
import ReadingModel

/// Going from one unread paper to the next.
extension LinearSession {
  /// Goes to the nearest unread paper on a way, here or in the lists after or before, and says it.
  mutating func goToUnread(_ direction: Direction) throws -> [String] {
    let places = try LinearPlace.all(in: world)
    let lists = places.filter { $0.list != nil }
    // What was named has no order that the library knows: from there the lists begin.
    let source = place?.source ?? .queue
    let from = RowPlace(source: source, index: (place?.cursor ?? 0) - 1)
    let here = lists.firstIndex { $0.source == source.base }
    var way = lists
    if let here {
      way = Array(lists[(here + 1)...] + lists[...here])
      if direction == .backward { way = lists[..<here].reversed() + lists[here...].reversed() }
    } else if direction == .backward {
      way = lists.reversed()
    }
    guard
      let found = try world.unread(direction, from: from, then: way.compactMap { $0.list?.id })
    else { return ["There is no unread paper, here or in any list."] }
    guard found.source != source, let next = lists.first(where: { $0.source == found.source })
    else { return try moveTo(found.index + 1, edge: "last") }
    if let before = place { earlier = earlier.suffix(49) + [before] }
    place = next
    return ["\(next.title)."] + (try moveTo(found.index + 1, edge: "last"))
  }
}

import ReadingModel

extension FakeLibrary.Shelf {
  /// The nearest unread paper on a way, by looking at every one.
  func unread(_ direction: Direction, from place: RowPlace, then lists: [ListID]) -> RowPlace? {
    func places(_ source: RowSource) -> [RowPlace] {
      let unread = ids(of: source).enumerated().filter {
        papers[$0.element]?.progress.status == .unread
      }.map { RowPlace(source: source, index: $0.offset) }
      return direction == .forward ? unread : unread.reversed()
    }
    let here = places(place.source).first {
      direction == .forward ? $0.index > place.index : $0.index < place.index
    }
    return here ?? lists.lazy.compactMap { places(.list($0)).first }.first
      ?? places(place.source).first
  }
}

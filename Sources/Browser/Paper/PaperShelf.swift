import ReadingModel

/// Papers that were shown last, and the one that will probably be shown next, laid out already.
///
/// It is cleared as soon as anything about a paper may have changed.
struct PaperShelf: Equatable, Sendable {
  private var panes: [PaperPane] = []

  /// How many papers are kept: enough to go forth and back between two ends of a list.
  private static let most = 4

  /// True when a paper is on the shelf.
  func holds(_ paper: PaperID) -> Bool { panes.contains { $0.id == paper } }

  /// Takes a paper off the shelf; nil when it is not there.
  mutating func take(_ paper: PaperID) -> PaperPane? {
    panes.firstIndex { $0.id == paper }.map { panes.remove(at: $0) }
  }

  /// Puts a paper on the shelf, scrolled to its top; the oldest goes.
  mutating func put(_ pane: PaperPane) {
    guard let id = pane.id, pane.detail != nil else { return }
    panes.removeAll { $0.id == id }
    panes.append(pane.atTop)
    if panes.count > Self.most { panes.removeFirst() }
  }

  /// Takes all papers off.
  mutating func clear() { panes = [] }
}

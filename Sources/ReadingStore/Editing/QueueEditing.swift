internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// The papers of the queue in its order.
  public func queue() throws -> [PaperID] {
    try database.rows("SELECT paper FROM queue ORDER BY place, paper")
      .map { PaperID(rawValue: $0[0]) }
  }

  /// Moves a queued paper to a position in the queue, counted from 1.
  ///
  /// A position beyond an end is that end; a paper that is not queued stays out.
  public func moveInQueue(_ paper: PaperID, to position: Int) throws {
    var queue = try queue()
    guard let index = queue.firstIndex(of: paper) else { return }
    let target = min(max(position, 1), queue.count) - 1
    guard index != target else { return }
    queue.remove(at: index)
    queue.insert(paper, at: target)
    let before = target > 0 ? try place(of: queue[target - 1]) : nil
    let after = target + 1 < queue.count ? try place(of: queue[target + 1]) : nil
    switch (before, after) {
    case (let before?, let after?) where after - before > 1:
      try setPlace((before + after) / 2, of: paper)
    case (let before?, nil): try setPlace(before + Self.gap, of: paper)
    case (nil, let after?): try setPlace(after - Self.gap, of: paper)
    default:
      for (index, paper) in queue.enumerated() { try setPlace((index + 1) * Self.gap, of: paper) }
    }
  }

  /// Puts a paper at the end of the queue, where it is not in it yet.
  func appendToQueue(_ paper: PaperID) throws {
    try database.run(
      """
      INSERT INTO queue(paper, place)
        VALUES (?1, (SELECT ifnull(max(place), 0) FROM queue) + ?2) ON CONFLICT DO NOTHING
      """, paper.rawValue, Self.gap)
  }

  /// Room between two neighbours, so that a move writes one row and not the whole queue.
  private static let gap = 1 << 20

  private func place(of paper: PaperID) throws -> Int? {
    try database.value("SELECT place FROM queue WHERE paper = ?", paper.rawValue)
  }

  private func setPlace(_ place: Int, of paper: PaperID) throws {
    try database.run("UPDATE queue SET place = ? WHERE paper = ?", place, paper.rawValue)
  }
}

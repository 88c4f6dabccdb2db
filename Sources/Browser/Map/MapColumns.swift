import Terminal

/// Where the layers of the map and the tracks between them stand, in columns.
struct MapColumns: Equatable, Sendable {
  /// What stands behind the sign of each paper: its number and its name.
  let labels: [String]
  /// How many columns each paper takes with its sign.
  let widths: [Int]
  /// The column of the signs of each layer; the one before it is for the cursor.
  private(set) var starts: [Int] = []
  /// The column of the first track behind each layer but the last.
  private(set) var tracks: [Int] = []
  /// The column in front of each layer where lines to one paper meet; nil where none do.
  private(set) var meetings: [Int?] = []
  /// How many columns there are.
  private(set) var count = 0

  /// How many columns a name may take, from wide to narrow.
  private static let nameColumns = [30, 24, 20, 17, 14]
  /// What a name may take when nothing fits and the map is wider than the screen.
  private static let scrolledNameColumns = 20

  /// Places the layers with names as long as the screen has room for.
  ///
  /// - Parameters:
  ///   - names: The number and the name of each paper.
  ///   - columns: The columns of the screen.
  static func fitting(
    _ layout: MapLayout, names: [(number: String, name: String)], ellipsis: String, columns: Int
  ) -> MapColumns {
    for limit in nameColumns {
      let placed = MapColumns(layout, names: names, ellipsis: ellipsis, nameColumns: limit)
      if placed.count <= columns { return placed }
    }
    return MapColumns(layout, names: names, ellipsis: ellipsis, nameColumns: scrolledNameColumns)
  }

  private init(
    _ layout: MapLayout, names: [(number: String, name: String)], ellipsis: String,
    nameColumns: Int
  ) {
    labels = names.map {
      "\($0.number) \(truncate($0.name, to: nameColumns, ellipsis: ellipsis))"
    }
    widths = labels.map { 2 + displayWidth(of: $0) }
    var column = 1
    for (layer, vertices) in layout.order.layers.enumerated() {
      let papers = vertices.filter { !layout.order.vertices[$0].isPassing }
      if layer > 0 {
        let meets = papers.contains { layout.ports[$0].count > 1 }
        meetings.append(meets ? column : nil)
        column += (meets ? 1 : 0) + 2
      } else {
        meetings.append(nil)
      }
      starts.append(column)
      column += papers.map { widths[$0] }.max() ?? 0
      guard layout.tracks.indices.contains(layer) else { continue }
      tracks.append(column + 2)
      column += 2 + layout.tracks[layer].count
    }
    count = column
  }
}

import ReadingModel
import Terminal

/// The map of a list: its papers drawn as a graph of what builds on what, and the cursor on one.
struct MapLayer: Equatable, Sendable {
  /// The list.
  let list: ListID
  /// What it is called.
  let title: String
  /// Where Esc leads back to.
  let origin: Place
  /// The papers and what each builds on.
  private(set) var graph: ReadingGraph
  /// Why each paper that can be read now is one to read next.
  private(set) var reasons: [PaperID: String] = [:]
  /// The layers and which lines are drawn.
  private(set) var structure: MapStructure
  /// The paper under the cursor, by its place in the graph.
  private(set) var cursor = 0
  /// How it is drawn; nil until it is laid out, and where it is shown as lines of text.
  private(set) var picture: MapPicture?
  /// The cell of the map, or the line of text, at the top left.
  private(set) var scroll = Point(row: 0, column: 0)
  private var gap = 0
  private var width = 0

  /// The most papers that a map is drawn of: laying 1,000 out takes some 30 ms.
  static let mostPapers = 1_000

  /// Opens a map.
  init(list: ListID, title: String, origin: Place, nodes: [GraphNode], at paper: PaperID?) {
    self.list = list
    self.title = title
    self.origin = origin
    graph = ReadingGraph(nodes: nodes)
    structure = MapStructure(graph: graph)
    reasons = Self.reasons(in: graph)
    cursor =
      paper.flatMap { graph.index(of: $0) }
      ?? graph.nodes.firstIndex { reasons[$0.paper] != nil } ?? 0
  }

  /// The paper under the cursor.
  var current: GraphNode? { graph.nodes.indices.contains(cursor) ? graph.nodes[cursor] : nil }

  /// Takes in what the list holds now; the cursor stays on its paper.
  mutating func show(_ nodes: [GraphNode]) {
    let paper = current?.paper
    let names = graph.nodes.map(\.name)
    graph = ReadingGraph(nodes: nodes)
    reasons = Self.reasons(in: graph)
    let structure = MapStructure(graph: graph)
    if structure != self.structure || names != graph.nodes.map(\.name) { picture = nil }
    self.structure = structure
    cursor = paper.flatMap { graph.index(of: $0) } ?? max(0, min(cursor, nodes.count - 1))
  }

  private static func reasons(in graph: ReadingGraph) -> [PaperID: String] {
    Dictionary(graph.next(count: graph.nodes.count).map { ($0.node.paper, $0.reason) }) {
      first, _ in
      first
    }
  }

  // MARK: Walking

  /// The way one goes on the map.
  enum Step: Equatable, Sendable {
    case back, on
  }

  /// Goes along a line to what the paper builds on, or to what builds on it; false where no line
  /// leads.
  mutating func follow(_ step: Step) -> Bool {
    guard structure.layers.indices.contains(cursor) else { return false }
    let ends = step == .back ? structure.sources[cursor] : structure.targets[cursor]
    let nearest = ends.min { left, right in
      (distance(to: left), left) < (distance(to: right), right)
    }
    guard let nearest else { return false }
    cursor = nearest
    return true
  }

  /// How many rows a paper is away, or how many places where there are no rows.
  private func distance(to node: Int) -> Int {
    guard let layout = picture?.layout else { return abs(node - cursor) }
    return abs(layout.row(of: node) - layout.row(of: cursor))
  }

  /// Goes so many papers down in the layer, or in the lines of text; not beyond its ends.
  mutating func move(by count: Int) {
    let column = picture == nil ? outline.map(\.node) : papersOfLayer
    guard let place = column.firstIndex(of: cursor) else { return }
    cursor = column[max(0, min(place + count, column.count - 1))]
  }

  /// Goes to the first or the last paper of the list.
  mutating func goToEnd(_ isLast: Bool) {
    cursor = isLast ? max(0, graph.nodes.count - 1) : 0
  }

  /// The papers in the layer of the cursor from top to bottom.
  private var papersOfLayer: [Int] {
    guard let order = picture?.layout.order, structure.layers.indices.contains(cursor) else {
      return []
    }
    return order.layers[structure.layers[cursor]].filter { !order.vertices[$0].isPassing }
  }

  // MARK: Laying out

  /// The papers by layer, for screens that are too small for a picture.
  var outline: [(node: Int, layer: Int)] {
    structure.layers.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      .map { (node: $0.offset, layer: $0.element) }
  }

  /// Lays the map out for a part of the screen and scrolls it so that the cursor is in view.
  mutating func layOut(size: Size, glyphs: Glyphs, asText: Bool) {
    guard !asText else {
      picture = nil
      let lines = outline
      let line = lines.firstIndex { $0.node == cursor } ?? 0
      scroll = Point(
        row: Scrolling.first(scroll.row, showing: line, height: size.rows, of: lines.count),
        column: 0)
      return
    }
    let gap = MapLayout.leastRows(structure, gap: 1) <= size.rows ? 1 : 0
    if picture == nil || self.gap != gap || width != size.columns {
      draw(gap: gap, columns: size.columns, glyphs: glyphs)
    }
    guard let picture, current != nil else { return }
    let box = picture.box(of: cursor)
    scroll.row = Scrolling.first(
      scroll.row, showing: box.top, height: size.rows, of: picture.size.rows)
    if box.right + 1 > scroll.column + size.columns { scroll.column = box.right + 1 - size.columns }
    if box.left - 1 < scroll.column { scroll.column = box.left - 1 }
    scroll.column = max(0, min(scroll.column, picture.size.columns - size.columns))
  }

  private mutating func draw(gap: Int, columns: Int, glyphs: Glyphs) {
    let layout =
      picture.flatMap { self.gap == gap ? $0.layout : nil } ?? MapLayout(structure, gap: gap)
    let digits = min(2, String(graph.nodes.last?.position ?? 0).utf8.count)
    let placed = MapColumns.fitting(
      layout, names: graph.nodes.map { (String($0.position).paddedLeft(to: digits), $0.name) },
      ellipsis: glyphs.ellipsis, columns: columns)
    picture = MapPicture(layout: layout, columns: placed)
    self.gap = gap
    width = columns
  }
}

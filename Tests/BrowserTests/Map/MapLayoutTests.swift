import ReadingModel
import Terminal
import Testing

@testable import Browser

@Suite("The layout of the map")
struct MapLayoutTests {
  private func picture(_ nodes: [GraphNode], gap: Int = 0) -> MapPicture {
    let layout = MapLayout(MapStructure(graph: ReadingGraph(nodes: nodes)), gap: gap)
    return MapPicture(
      layout: layout,
      columns: MapColumns.fitting(
        layout, names: nodes.map { ("\($0.position)", $0.name) }, ellipsis: "…", columns: 120))
  }

  private func node(_ number: Int, after: Int...) -> GraphNode {
    RandomGraph.node(number, after: after)
  }

  @Test("puts a paper one layer behind the last of what it builds on")
  func layers() {
    let structure = MapStructure(
      graph: ReadingGraph(nodes: [node(0), node(1, after: 0), node(2, after: 0, 1), node(3)]))
    #expect(structure.layers == [0, 1, 2, 0])
    #expect(structure.layerCount == 3)
  }

  @Test("leaves out the line that longer ones imply, and no other")
  func implied() {
    let structure = MapStructure(
      graph: ReadingGraph(
        nodes: [
          node(0), node(1, after: 0), node(2, after: 0, 1), node(3, after: 0, 2),
          node(4, after: 1, 3),
        ]))
    #expect(structure.sources == [[], [0], [1], [2], [3]])
    let diamond = MapStructure(
      graph: ReadingGraph(
        nodes: [node(0), node(1, after: 0), node(2, after: 0), node(3, after: 1, 2)]))
    #expect(diamond.sources == [[], [0], [0], [1, 2]])
  }

  @Test("draws a circle without the prerequisite that closes it")
  func circle() {
    let nodes = [node(0, after: 2), node(1, after: 0), node(2, after: 1), node(3, after: 2)]
    let structure = MapStructure(graph: ReadingGraph(nodes: nodes))
    #expect(structure.sources == [[], [0], [1], [2]])
    #expect(MapStructure(graph: ReadingGraph(nodes: [])).layerCount == 0)
    #expect(MapLayout(MapStructure(graph: ReadingGraph(nodes: [])), gap: 1).rowCount == 0)
  }

  @Test("crosses lines only where it must")
  func crossings() {
    let parallel = [
      node(0), node(1), node(2), node(3, after: 2), node(4, after: 1), node(5, after: 0),
    ]
    #expect(MapOrder(MapStructure(graph: ReadingGraph(nodes: parallel))).crossings() == 0)
    let complete = [node(0), node(1), node(2, after: 0, 1), node(3, after: 0, 1)]
    #expect(MapOrder(MapStructure(graph: ReadingGraph(nodes: complete))).crossings() == 1)
  }

  @Test("reads back as the graph it was drawn from", arguments: 1...60)
  func readsBack(_ seed: Int) {
    let nodes = RandomGraph.nodes(
      5 + seed % 40, most: 1 + seed % 4, reach: 3 + seed % 15, seed: UInt64(seed))
    let picture = picture(nodes, gap: seed % 2)
    let reader = MapReader(picture)
    for node in nodes.indices {
      #expect(
        reader.papersReached(from: node) == Set(picture.layout.structure.targets[node]),
        "seed \(seed), paper \(node)")
    }
  }

  @Test("keeps papers and lines apart", arguments: 1...30)
  func apart(_ seed: Int) {
    let nodes = RandomGraph.nodes(10 + seed, most: 3, seed: UInt64(seed))
    let picture = picture(nodes)
    let whole = Rect(
      row: 0, column: 0, rows: picture.size.rows, columns: picture.size.columns)
    let grid = picture.grid(in: whole, lit: [])
    var taken: Set<Point> = []
    for node in nodes.indices {
      let box = picture.box(of: node)
      #expect(box.left > 0 && box.right <= whole.right && box.bottom <= whole.bottom)
      // The column before a paper is the cursor's.
      for column in box.left - 1..<box.right {
        #expect(taken.insert(Point(row: box.top, column: column)).inserted)
        #expect(grid.directions[box.top * whole.size.columns + column].isEmpty)
      }
    }
  }

  @Test("draws a part of the map as it draws the whole", arguments: 1...10)
  func window(_ seed: Int) {
    let picture = picture(RandomGraph.nodes(40, most: 3, seed: UInt64(seed)))
    let size = picture.size
    let whole = picture.grid(
      in: Rect(row: 0, column: 0, rows: size.rows, columns: size.columns), lit: [])
    let area = Rect(row: 3, column: 17, rows: 11, columns: 45)
    let part = picture.grid(in: area, lit: [])
    for row in 0..<11 {
      for column in 0..<45 where row + 3 < size.rows && column + 17 < size.columns {
        #expect(
          part.directions[row * 45 + column]
            == whole.directions[(row + 3) * size.columns + column + 17])
      }
    }
  }

  @Test("makes the lines between some papers stand out, and only those")
  func lit() {
    let nodes = [
      node(0), node(1, after: 0), node(2, after: 0), node(3, after: 1, 2), node(4, after: 2),
    ]
    let picture = picture(nodes)
    let grid = picture.grid(
      in: Rect(row: 0, column: 0, rows: picture.size.rows, columns: picture.size.columns),
      lit: [0, 2, 3])
    let reader = MapReader(picture, through: grid, litOnly: true)
    #expect(reader.papersReached(from: 0) == [2])
    #expect(reader.papersReached(from: 1) == [])
    #expect(reader.papersReached(from: 2) == [3])
  }

  @Test("takes a time that grows with the papers, not with their square")
  func speed() {
    func time(_ count: Int) -> Duration {
      let nodes = RandomGraph.nodes(count, most: 3, reach: 12, seed: 5)
      let clock = ContinuousClock()
      return (0..<3).map { _ in clock.measure { _ = picture(nodes) } }.min() ?? .zero
    }
    let small = time(250)
    let large = time(1_000)
    #expect(large < small * 12, "250 papers took \(small), 1,000 took \(large)")
  }
}

/// Reads a map as a person does: along the lines from a paper, to the right, up and down, and
/// straight on where another line crosses.
private struct MapReader {
  let picture: MapPicture
  let grid: MapGrid
  let litOnly: Bool
  private var papers: [Point: Int] = [:]

  init(_ picture: MapPicture, through grid: MapGrid? = nil, litOnly: Bool = false) {
    self.picture = picture
    self.litOnly = litOnly
    self.grid =
      grid
      ?? picture.grid(
        in: Rect(row: 0, column: 0, rows: picture.size.rows, columns: picture.size.columns), lit: []
      )
    for node in picture.layout.structure.layers.indices {
      papers[picture.box(of: node).origin] = node
    }
  }

  private struct Step: Hashable {
    var row: Int
    var column: Int
    var heading: UInt8
  }

  func papersReached(from node: Int) -> Set<Int> {
    let box = picture.box(of: node)
    var reached: Set<Int> = []
    var seen: Set<Step> = []
    var stack = [Step(row: box.top, column: box.right + 1, heading: 2)]
    while let step = stack.popLast() {
      guard seen.insert(step).inserted, (0..<picture.size.rows).contains(step.row),
        step.column < picture.size.columns
      else { continue }
      let index = step.row * picture.size.columns + step.column
      let here = grid.directions[index]
      if here.isEmpty {
        if step.heading == 2, let paper = papers[Point(row: step.row, column: step.column + 1)] {
          reached.insert(paper)
        }
        continue
      }
      let heading = MapGrid.Directions(rawValue: step.heading)
      let back: MapGrid.Directions =
        heading == .right ? .left : heading == .up ? .down : .up
      guard here.contains(back) else {
        // A line that crosses.
        if heading == .right { stack.append(moved(step, heading)) }
        continue
      }
      if litOnly, !grid.isLit[index] { continue }
      for next in [MapGrid.Directions.up, .right, .down] where here.contains(next) && next != back {
        stack.append(moved(step, next))
      }
    }
    return reached
  }

  private func moved(_ step: Step, _ heading: MapGrid.Directions) -> Step {
    Step(
      row: step.row + (heading == .down ? 1 : heading == .up ? -1 : 0),
      column: step.column + (heading == .right ? 1 : 0), heading: heading.rawValue)
  }
}

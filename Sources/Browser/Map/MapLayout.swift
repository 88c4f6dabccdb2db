/// Where everything on the map stands, in rows; how wide a layer is depends on the names alone.
///
/// A paper that several lines come to takes a row for each, so that no two lines ever share a row
/// and the map can be read in one way only.
struct MapLayout: Equatable, Sendable {
  let structure: MapStructure
  let order: MapOrder
  /// The first row of each vertex.
  private(set) var tops: [Int]
  /// What leads to each vertex, from top to bottom; each on a row of its own.
  private(set) var ports: [[Int]]
  /// The tracks behind each layer but the last.
  private(set) var tracks: [MapTracks] = []
  /// How many rows there are.
  private(set) var rowCount = 0

  /// Lays a map out.
  ///
  /// - Parameter gap: How many rows are left free between two papers of a layer.
  init(_ structure: MapStructure, gap: Int) {
    self.structure = structure
    order = MapOrder(structure)
    tops = Array(repeating: 0, count: order.vertices.count)
    ports = order.inputs
    stackFirstLayer(gap: gap)
    for layer in order.layers.indices.dropFirst() {
      fit(layer, gap: gap, to: order.layers[layer].map(desiredTop(of:)))
    }
    for layer in order.layers.indices.dropLast().reversed() {
      fit(layer, gap: gap, to: order.layers[layer].map(desiredTopByOutputs(of:)))
    }
    for layer in order.layers.indices.dropFirst() { place(layer, gap: gap) }
    let first = tops.min() ?? 0
    for vertex in tops.indices { tops[vertex] -= first }
    rowCount = tops.indices.map { tops[$0] + height(of: $0) }.max() ?? 0
  }

  /// How many rows the layers need at least.
  static func leastRows(_ structure: MapStructure, gap: Int) -> Int {
    var rows = [Int](repeating: -gap, count: structure.layerCount)
    for (node, layer) in structure.layers.enumerated() {
      rows[layer] += max(1, structure.sources[node].count) + gap
    }
    return rows.max() ?? 0
  }

  /// How many rows a vertex takes.
  func height(of vertex: Int) -> Int { max(1, order.inputs[vertex].count) }

  /// The row that a paper's name stands on, or a line passes on.
  func row(of vertex: Int) -> Int { tops[vertex] + (height(of: vertex) - 1) / 2 }

  /// The line that leaves a vertex, with the rows it goes to.
  func line(from vertex: Int) -> MapTracks.Line {
    MapTracks.Line(
      vertex: vertex, row: row(of: vertex),
      ends: order.outputs[vertex].map { portRow(of: $0, from: vertex) })
  }

  /// The row on which a line comes to a vertex.
  func portRow(of vertex: Int, from source: Int) -> Int {
    tops[vertex] + (ports[vertex].firstIndex(of: source) ?? 0)
  }

  // MARK: Rows

  private mutating func stackFirstLayer(gap: Int) {
    guard let first = order.layers.first else { return }
    for (index, vertex) in first.enumerated() { tops[vertex] = index * (1 + gap) }
  }

  /// The rows between the tops of a vertex and of the one below it.
  private func step(from vertex: Int, to next: Int, gap: Int) -> Int {
    let isPaper = !order.vertices[vertex].isPassing && !order.vertices[next].isPassing
    return height(of: vertex) + (isPaper ? gap : 0)
  }

  /// Where the lines that come to a vertex would be straight in the mean.
  private func desiredTop(of vertex: Int) -> Double {
    let rows = order.inputs[vertex].map { row(of: $0) }.sorted()
    guard !rows.isEmpty else { return Double(tops[vertex]) }
    let sum = rows.enumerated().reduce(0) { $0 + $1.element - $1.offset }
    return Double(sum) / Double(rows.count)
  }

  private func desiredTopByOutputs(of vertex: Int) -> Double {
    let rows = order.outputs[vertex].map { row(of: $0) }
    guard !rows.isEmpty else { return Double(tops[vertex]) }
    let mean = Double(rows.reduce(0, +)) / Double(rows.count)
    return mean - Double((height(of: vertex) - 1) / 2)
  }

  /// Puts the vertices of a layer as near as can be to where they want to stand, in their order.
  ///
  /// Least squares under an order is isotonic regression, and pooling adjacent violators solves it
  /// in linear time (Ayer et al., 1955).
  private mutating func fit(_ layer: Int, gap: Int, to desired: [Double]) {
    let vertices = order.layers[layer]
    var offsets: [Int] = []
    var offset = 0
    for (index, vertex) in vertices.enumerated() {
      if index > 0 { offset += step(from: vertices[index - 1], to: vertex, gap: gap) }
      offsets.append(offset)
    }
    var pools: [(sum: Double, count: Int)] = []
    for index in vertices.indices {
      pools.append((desired[index] - Double(offsets[index]), 1))
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let before = pools[pools.count - 2]
        guard before.sum / Double(before.count) >= last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    var index = 0
    for pool in pools {
      let base = Int((pool.sum / Double(pool.count)).rounded(.down))
      for _ in 0..<pool.count {
        tops[vertices[index]] = base + offsets[index]
        index += 1
      }
    }
  }

  /// Puts a layer in its place for good, so that no two lines need the same part of a row, and gives
  /// the lines that lead to it their tracks.
  private mutating func place(_ layer: Int, gap: Int) {
    fit(layer, gap: gap, to: order.layers[layer].map(desiredTop(of:)))
    var leaving: [Int: Int] = [:]
    for vertex in order.layers[layer - 1] where !order.outputs[vertex].isEmpty {
      leaving[row(of: vertex)] = vertex
    }
    var constraints = MapTracks.Constraints()
    var lowest = Int.min
    let vertices = order.layers[layer]
    for (index, vertex) in vertices.enumerated() {
      ports[vertex] = order.inputs[vertex].sorted { row(of: $0) < row(of: $1) }
      tops[vertex] = max(tops[vertex], lowest)
      while !constraints.admit(pairs(of: vertex, leaving)) { tops[vertex] += 1 }
      guard index + 1 < vertices.count else { break }
      lowest = tops[vertex] + step(from: vertex, to: vertices[index + 1], gap: gap)
    }
    let lines = order.layers[layer - 1].filter { !order.outputs[$0].isEmpty }.map(line(from:))
    tracks.append(MapTracks(lines, constraints: constraints))
  }

  /// The lines that leave on the rows on which others come to a vertex.
  private func pairs(of vertex: Int, _ leaving: [Int: Int]) -> [(left: Int, right: Int)] {
    ports[vertex].enumerated().compactMap { place, source in
      guard let other = leaving[tops[vertex] + place], other != source else { return nil }
      return (other, source)
    }
  }
}

/// The order of what stands in each layer of the map, chosen so that few lines cross.
///
/// A line that goes over several layers passes each of those between as a vertex of its own; all
/// lines of one paper share it, so that they part as late as they can. The order is found with
/// barycentre sweeps (Sugiyama, Tagawa and Toda, “Methods for Visual Understanding of Hierarchical
/// System Structures”, 1981).
struct MapOrder: Equatable, Sendable {
  /// A paper, or a line that passes a layer.
  struct Vertex: Equatable, Sendable {
    /// The paper, or the one that the line comes from.
    let node: Int
    /// True for a line that passes.
    let isPassing: Bool
  }

  /// The papers by their index, then the lines that pass.
  private(set) var vertices: [Vertex]
  /// For each vertex, what leads to it from the layer before.
  private(set) var inputs: [[Int]]
  /// For each vertex, what it leads to in the layer after.
  private(set) var outputs: [[Int]]
  /// The vertices of each layer from top to bottom.
  private(set) var layers: [[Int]]

  /// The place of each vertex in its layer.
  private var places: [Int] = []

  private static let sweeps = 8
  /// After so many sweeps without any gain no more are made.
  private static let patience = 3

  /// Orders the layers.
  init(_ structure: MapStructure) {
    let count = structure.layers.count
    vertices = (0..<count).map { Vertex(node: $0, isPassing: false) }
    inputs = Array(repeating: [], count: count)
    outputs = Array(repeating: [], count: count)
    layers = Array(repeating: [], count: structure.layerCount)
    // Papers without any line stand below the others of the first layer.
    let isAlone = { (node: Int) in
      structure.sources[node].isEmpty && structure.targets[node].isEmpty
    }
    for node in 0..<count where !isAlone(node) { layers[structure.layers[node]].append(node) }
    for node in 0..<count { connect(node, structure) }
    places = Array(repeating: 0, count: vertices.count)
    for layer in layers.indices { number(layer) }
    improve()
    for node in 0..<count where isAlone(node) { layers[0].append(node) }
  }

  /// Adds the lines that leave a paper.
  private mutating func connect(_ node: Int, _ structure: MapStructure) {
    let targets = structure.targets[node]
    guard let farthest = targets.map({ structure.layers[$0] }).max() else { return }
    var current = node
    for layer in structure.layers[node] + 1..<farthest + 1 {
      for target in targets where structure.layers[target] == layer {
        outputs[current].append(target)
        inputs[target].append(current)
      }
      guard layer < farthest else { return }
      let passing = vertices.count
      vertices.append(Vertex(node: node, isPassing: true))
      inputs.append([current])
      outputs.append([])
      outputs[current].append(passing)
      layers[layer].append(passing)
      current = passing
    }
  }

  private mutating func improve() {
    var best = layers
    var fewest = crossings()
    var vain = 0
    for sweep in 0..<Self.sweeps where fewest > 0 && vain < Self.patience {
      if sweep.isMultiple(of: 2) {
        for layer in layers.indices.dropFirst() {
          arrange(layer, after: \.inputs)
        }
      } else {
        for layer in layers.indices.dropLast().reversed() {
          arrange(layer, after: \.outputs)
        }
      }
      let found = crossings()
      vain += 1
      if found < fewest {
        fewest = found
        vain = 0
        best = layers
      }
    }
    layers = best
    for layer in layers.indices { number(layer) }
  }

  /// Sorts a layer by the mean place of what each vertex is connected with in the layer beside it.
  private mutating func arrange(_ layer: Int, after neighbours: KeyPath<MapOrder, [[Int]]>) {
    let connected = self[keyPath: neighbours]
    let keyed = layers[layer].map { vertex in
      let found = connected[vertex]
      let sum = found.reduce(0) { $0 + places[$1] }
      let mean =
        found.isEmpty ? Double(places[vertex]) : Double(sum) / Double(found.count)
      return (vertex: vertex, mean: mean, place: places[vertex])
    }
    layers[layer] = keyed.sorted { ($0.mean, $0.place) < ($1.mean, $1.place) }.map(\.vertex)
    number(layer)
  }

  /// Notes the places of a layer.
  private mutating func number(_ layer: Int) {
    for (place, vertex) in layers[layer].enumerated() { places[vertex] = place }
  }

  /// How many lines cross: the inversions between neighbouring layers, counted with a binary indexed
  /// tree in n log n (Barth, Jünger and Mutzel, “Simple and Efficient Bilayer Cross Counting”, 2002).
  func crossings() -> Int {
    var total = 0
    for layer in layers.indices.dropLast() {
      var tree = [Int](repeating: 0, count: layers[layer + 1].count + 1)
      var seen = 0
      for vertex in layers[layer] {
        let ends = outputs[vertex].map { places[$0] }
        for end in ends {
          var index = end + 1
          var before = 0
          while index > 0 {
            before += tree[index]
            index &= index - 1
          }
          total += seen - before
        }
        // Lines of one vertex do not cross each other.
        for end in ends {
          var index = end + 1
          while index < tree.count {
            tree[index] += 1
            index += index & -index
          }
        }
        seen += ends.count
      }
    }
    return total
  }
}

import Terminal

/// The map as it is drawn: rows and columns together.
struct MapPicture: Equatable, Sendable {
  let layout: MapLayout
  let columns: MapColumns

  /// How large it is.
  var size: Size { Size(rows: layout.rowCount, columns: columns.count) }

  /// The cells of a paper, with its sign.
  func box(of node: Int) -> Rect {
    Rect(
      row: layout.row(of: node), column: columns.starts[layout.structure.layers[node]], rows: 1,
      columns: columns.widths[node])
  }

  /// The lines in a part of the map.
  ///
  /// - Parameter lit: Papers; the lines between them stand out.
  func grid(in area: Rect, lit: Set<Int>) -> MapGrid {
    var grid = MapGrid(area: area)
    let routes = layout.order.layers.indices.dropLast().flatMap { layer in
      layout.order.layers[layer].filter { !layout.order.outputs[$0].isEmpty }
        .map { route(from: $0, layer: layer) }
    }
    for route in routes {
      if let track = route.track {
        grid.across(
          row: route.line.row, route.start, track, owner: route.line.vertex,
          isOpen: (true, false))
        for end in route.ends {
          grid.across(
            row: end.row, track, end.column, owner: route.line.vertex, isOpen: (false, true))
        }
      } else if let end = route.ends.first {
        grid.across(row: end.row, route.start, end.column, owner: route.line.vertex)
      }
    }
    for node in layout.structure.sources.indices { meet(at: node, in: &grid) }
    for route in routes {
      let span = route.line.span
      if let track = route.track {
        grid.down(
          column: track, span.lowerBound, span.upperBound, owner: route.line.vertex)
      }
    }
    for route in routes { light(route, lit, in: &grid) }
    for node in lit where layout.ports[node].count > 1 { lightMeeting(at: node, lit, in: &grid) }
    return grid
  }

  /// The way of a line from a vertex to the next layer.
  private struct Route {
    let line: MapTracks.Line
    let start: Int
    let track: Int?
    let ends: [(vertex: Int, row: Int, column: Int)]
  }

  private func route(from vertex: Int, layer: Int) -> Route {
    let isPassing = layout.order.vertices[vertex].isPassing
    let start = columns.starts[layer]
    let line = layout.line(from: vertex)
    let ends = zip(layout.order.outputs[vertex], line.ends).map { end, row in
      let meets = layout.ports[end].count > 1
      let before = columns.starts[layer + 1] - 2
      let column = meets ? (columns.meetings[layer + 1] ?? before) - 1 : before
      return (vertex: end, row: row, column: column)
    }
    return Route(
      line: line, start: isPassing ? start - 1 : start + columns.widths[vertex] + 1,
      track: layout.tracks[layer].track[vertex].map { columns.tracks[layer] + $0 }, ends: ends)
  }

  /// Draws where the lines to one paper meet.
  private func meet(at node: Int, in grid: inout MapGrid) {
    let layer = layout.structure.layers[node]
    let ports = layout.ports[node]
    guard ports.count > 1, let column = columns.meetings[layer] else { return }
    let top = layout.tops[node]
    let owner = meetingOwner(of: node)
    for place in ports.indices {
      grid.across(row: top + place, column, column, owner: owner, isOpen: (true, false))
    }
    grid.down(column: column, top, top + ports.count - 1, owner: owner)
    grid.across(
      row: layout.row(of: node), column, columns.starts[layer] - 2, owner: owner,
      isOpen: (false, true))
  }

  // MARK: Lines that stand out

  private func meetingOwner(of node: Int) -> Int { layout.order.vertices.count + node }

  private func light(_ route: Route, _ lit: Set<Int>, in grid: inout MapGrid) {
    let source = layout.order.vertices[route.line.vertex].node
    guard lit.contains(source) else { return }
    let vertex = route.line.vertex
    for end in route.ends where leadsOn(end.vertex, to: lit) {
      let row = route.line.row
      let track = route.track ?? end.column
      grid.light(rows: row...row, columns: route.start...max(route.start, track), owner: vertex)
      grid.light(
        rows: min(row, end.row)...max(row, end.row), columns: track...track, owner: vertex)
      grid.light(
        rows: end.row...end.row, columns: track...max(track, end.column), owner: vertex)
    }
  }

  /// True when a line that comes to a vertex ends, there or farther on, at one of some papers.
  private func leadsOn(_ vertex: Int, to lit: Set<Int>) -> Bool {
    guard layout.order.vertices[vertex].isPassing else { return lit.contains(vertex) }
    var vertex = vertex
    while true {
      let outputs = layout.order.outputs[vertex]
      if outputs.contains(where: { !layout.order.vertices[$0].isPassing && lit.contains($0) }) {
        return true
      }
      guard let next = outputs.first(where: { layout.order.vertices[$0].isPassing }) else {
        return false
      }
      vertex = next
    }
  }

  private func lightMeeting(at node: Int, _ lit: Set<Int>, in grid: inout MapGrid) {
    let layer = layout.structure.layers[node]
    guard let column = columns.meetings[layer] else { return }
    let row = layout.row(of: node)
    let owner = meetingOwner(of: node)
    for (place, source) in layout.ports[node].enumerated()
    where lit.contains(layout.order.vertices[source].node) {
      let port = layout.tops[node] + place
      grid.light(
        rows: min(row, port)...max(row, port), columns: column...column, owner: owner)
      grid.light(rows: row...row, columns: column...columns.starts[layer] - 2, owner: owner)
    }
  }
}

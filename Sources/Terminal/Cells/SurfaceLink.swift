/// Some cells of a row that stand for an address.
public struct SurfaceLink: Hashable, Sendable {
  /// The row.
  public let row: Int
  /// The columns.
  public let columns: Range<Int>
  /// The address, as a browser of the web takes it.
  public let address: String
}

extension Surface {
  /// Says that what was just drawn stands for an address, so that a terminal that can lets one follow
  /// it; what lies outside of the surface is left out.
  public mutating func link(_ columns: Range<Int>, row: Int, to address: String) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard !columns.isEmpty, (0..<size.rows).contains(row) else { return }
    links.append(SurfaceLink(row: row, columns: columns, address: address))
  }
}

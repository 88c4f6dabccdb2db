/// One cell: a grapheme cluster, or the right half of a wide one.
public enum Cell: Hashable, Sendable {
  case cluster(Character, Style)
  case continuation

  /// An empty cell.
  public static let blank = Cell.cluster(" ", .plain)
}

/// How many columns characters take that are narrow among Latin letters and wide among East Asian
/// ones, such as `○` and Greek letters (UAX #11, ambiguous).
public enum AmbiguousWidth: Sendable {
  /// One column, as almost every terminal has it.
  case narrow
  /// Two columns, as terminals for Chinese, Japanese and Korean can be set to.
  case wide

  /// What this terminal does.
  ///
  /// It is set once, before anything is measured or drawn, and never again: a screen laid out by
  /// both rules would be torn.
  public nonisolated(unsafe) static var inUse = AmbiguousWidth.narrow

  /// True for a character whose width a terminal decides.
  static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    let code = scalar.value
    let edges = AmbiguousTable.edges
    guard let last = edges.last, code >= edges[0], code < last else { return false }
    var low = 0
    var high = edges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if edges[middle] <= code { low = middle } else { high = middle }
    }
    return low.isMultiple(of: 2)
  }
}

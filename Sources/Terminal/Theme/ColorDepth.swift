/// How many colours a terminal can show.
public enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  /// None at all.
  case none
  /// The basic colours.
  case eight
  /// The basic colours and their bright forms.
  case sixteen
  /// The basic ones, a cube of 6 × 6 × 6 and 24 greys (xterm).
  case palette
  /// Every colour by its parts; only the eight basic colours have numbers.
  case direct

  /// The depth of a terminal of so many colours.
  public init(colors: Int) {
    self =
      switch colors {
      case ..<8: .none
      case ..<16: .eight
      case ..<256: .sixteen
      case ..<0x10000: .palette
      default: .direct
      }
  }

  /// Compares by the number of colours.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The number by which a terminal of this depth knows the colour nearest to another one.
  ///
  /// - Returns: An index of the palette; at `direct`, red, green and blue in 24 bits for whatever is
  ///   no basic colour; nil where there are no colours.
  public func number(nearestTo color: Color) -> Int? {
    switch (self, color) {
    case (.none, _): nil
    case (.eight, .indexed(let index)) where index < 16: Int(index % 8)
    case (.sixteen, .indexed(let index)) where index < 16: Int(index)
    case (.palette, .indexed(let index)): Int(index)
    case (.direct, .indexed(let index)) where index < 8: Int(index)
    case (.direct, _):
      // The numbers below eight are basic colours, so the darkest blues become the next one.
      max(8, Self.components(of: color).reduce(0) { $0 << 8 | $1 })
    case (.eight, _): Self.nearest(to: color, among: 0..<8)
    case (.sixteen, _): Self.nearest(to: color, among: 0..<16)
    // The first sixteen are whatever the person has made of them, so only the others can be near.
    case (.palette, _): Self.nearest(to: color, among: 16..<256)
    }
  }

  private static func nearest(to color: Color, among indices: Range<Int>) -> Int? {
    let wanted = components(of: color)
    return indices.min {
      distance(wanted, XtermColors.table[$0]) < distance(wanted, XtermColors.table[$1])
    }
  }

  /// How different two colours look: squared differences, weighted as the eye does.
  ///
  /// The weights are those of Thiadmer Riemersma, “Colour metric” (compuphase.com/cmetric.htm).
  private static func distance(_ left: [Int], _ right: [Int]) -> Int {
    let red = (left[0] + right[0]) / 2
    let parts = zip(left, right).map { ($0 - $1) * ($0 - $1) }
    return (512 + red) * parts[0] + 1024 * parts[1] + (767 - red) * parts[2]
  }

  private static func components(of color: Color) -> [Int] {
    switch color {
    case .indexed(let index): XtermColors.table[Int(index)]
    case .rgb(let red, let green, let blue): [Int(red), Int(green), Int(blue)]
    }
  }
}

/// A cell as a surface keeps it: eight bytes without a reference, so that a frame is copied and
/// compared as plain memory.
///
/// A cluster of one code point is that code point. Any other is a number in the surface's own table of
/// clusters, so two cells of different surfaces are alike only when neither is numbered.
@frozen
public struct PackedCell: Equatable, Sendable {
  /// From the lowest bit: 32 of the code point or number, 8 of the role, 8 of the weights, and the kind.
  @usableFromInline let bits: UInt64

  private static let numberedKind: UInt64 = 1 << 48
  private static let continuationKind: UInt64 = 2 << 48

  private init(bits: UInt64) { self.bits = bits }

  private init(_ content: UInt32, _ style: Style, kind: UInt64) {
    bits =
      UInt64(content) | UInt64(style.role.rawValue) << 32
      | UInt64(style.attributes.rawValue) << 40 | kind
  }

  /// A cluster of one code point.
  init(scalar: UInt32, _ style: Style) { self.init(scalar, style, kind: 0) }

  /// A cluster that stands in the table.
  init(number: Int, _ style: Style) {
    self.init(UInt32(truncatingIfNeeded: number), style, kind: Self.numberedKind)
  }

  /// The right half of a wide cluster.
  static let continuation = PackedCell(bits: continuationKind)
  /// An empty cell.
  static let blank = PackedCell(scalar: 0x20, .plain)

  /// True for the right half of a wide cluster.
  @inlinable public var isContinuation: Bool { bits >> 48 == 2 }
  /// True for a cluster that stands in the table of its surface.
  @inlinable public var isNumbered: Bool { bits >> 48 == 1 }
  /// The code point of a cluster that is one, its number in the table for any other.
  @inlinable public var content: UInt32 { UInt32(truncatingIfNeeded: bits) }
  /// Role and weights as one number, the same for the same style.
  @inlinable public var styleCode: UInt16 { UInt16(truncatingIfNeeded: bits >> 32) }

  /// How the cell is drawn.
  public var style: Style { Self.style(styleCode) }

  /// The style that a code stands for.
  public static func style(_ code: UInt16) -> Style {
    Style(
      Role(rawValue: UInt8(truncatingIfNeeded: code)) ?? .text,
      Style.Attributes(rawValue: UInt8(truncatingIfNeeded: code >> 8)))
  }

  /// The same cluster in another style.
  func restyled(_ style: Style) -> PackedCell {
    PackedCell(content, style, kind: isNumbered ? Self.numberedKind : 0)
  }
}

/// Something done with the mouse.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// The left button went down.
    case press
    /// The mouse moved with the left button down.
    case drag
    /// The left button went up.
    case release
    case wheelUp
    case wheelDown
  }

  /// What was done.
  public var kind: Kind
  /// The cell it was done on.
  public var point: Point

  /// Makes an event.
  public init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}

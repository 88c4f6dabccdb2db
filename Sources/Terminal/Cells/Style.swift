/// What a piece of text is for; a theme gives each role its colour and nothing else knows colours.
public enum Role: UInt8, CaseIterable, Sendable {
  case text, dim, accent, done, warning, link
}

/// How a cell is drawn: a role and the weight that comes on top of it.
public struct Style: Hashable, Sendable {
  /// Weights that any role can carry.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Wraps bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier strokes.
    public static let bold = Attributes(rawValue: 1)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 2)
    /// A line under the text.
    public static let underline = Attributes(rawValue: 4)
    /// Slanted strokes, where the terminal has them.
    public static let italic = Attributes(rawValue: 8)
  }

  /// What the text is for.
  public var role: Role
  /// Its weight.
  public var attributes: Attributes

  /// Makes a style.
  public init(_ role: Role = .text, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// Plain text.
  public static let plain = Style()
}

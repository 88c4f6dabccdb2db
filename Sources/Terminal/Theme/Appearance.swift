/// How something looks on the terminal.
public struct Appearance: Hashable, Sendable {
  /// What a terminal can do to a character besides colour.
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
    /// Slanted strokes.
    public static let italic = Attributes(rawValue: 8)
    /// Less light than other text.
    public static let dim = Attributes(rawValue: 16)
  }

  /// The colour of the text; nil is the terminal's own.
  public var foreground: Color?
  /// The colour behind the text; nil is the terminal's own.
  public var background: Color?
  /// What comes on top of the colours.
  public var attributes: Attributes

  /// Makes an appearance.
  public init(
    foreground: Color? = nil, background: Color? = nil, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

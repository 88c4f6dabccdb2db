/// A colour of the terminal's own palette, which the person has chosen for it.
public struct Color: Hashable, Sendable {
  /// Its number: 0–7 the basic colours, 8–15 their bright forms, up to 255 where there are that many.
  public let index: UInt8

  /// The colour of a number.
  public init(index: UInt8) { self.index = index }

  /// Basic colour 1.
  public static let red = Color(index: 1)
  /// Basic colour 2.
  public static let green = Color(index: 2)
  /// Basic colour 3.
  public static let yellow = Color(index: 3)
  /// Basic colour 4.
  public static let blue = Color(index: 4)
  /// Basic colour 5.
  public static let magenta = Color(index: 5)
  /// Basic colour 6.
  public static let cyan = Color(index: 6)
}

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

/// A colour that a theme asks for.
public enum Color: Hashable, Sendable {
  /// A colour of the terminal's own palette, which the person has chosen for it: 0–7 the basic
  /// colours, 8–15 their bright forms, up to 255 where there are that many.
  case indexed(UInt8)
  /// A colour by its parts of red, green and blue (sRGB).
  case rgb(UInt8, UInt8, UInt8)

  /// The colour of a number of the palette.
  public init(index: UInt8) { self = .indexed(index) }

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

  /// The names of the basic colours in the order of their numbers.
  static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// Reads a colour: a name such as `cyan` or `bright-cyan`, a number from 0 to 255, or `#rrggbb`.
  init?(notation text: some StringProtocol) {
    let text = text.lowercased()
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16), !digits.hasPrefix("+")
      else { return nil }
      self = .rgb(
        UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    } else if let number = UInt8(text), !text.hasPrefix("+") {
      self = .indexed(number)
    } else if let index = Self.names.firstIndex(of: text) {
      self = .indexed(UInt8(index))
    } else if text.hasPrefix("bright-"),
      let index = Self.names.firstIndex(of: String(text.dropFirst(7)))
    {
      self = .indexed(UInt8(index + 8))
    } else {
      return nil
    }
  }
}

/// What a person has chosen for the browser.
public struct BrowserSettings: Equatable, Sendable {
  /// The signs that states are drawn with.
  public var glyphs: Glyphs
  /// Which keys do what.
  public var keyMap: KeyMap

  /// Makes settings.
  public init(glyphs: Glyphs = .unicode, keyMap: KeyMap = .standard) {
    self.glyphs = glyphs
    self.keyMap = keyMap
  }
}

/// What a person has chosen for the terminal; it can be changed while the screen is up.
public struct TerminalSettings: Hashable, Sendable {
  /// What each role looks like.
  public var theme: Theme
  /// True when only ASCII is to be drawn.
  public var asciiOnly: Bool
  /// True when clicks and the wheel are reported, which takes them from the terminal's own selection.
  public var usesMouse: Bool
  /// True when the terminal's title says what is looked at.
  public var showsTitle: Bool
  /// True when addresses that are drawn can be followed in the terminal (OSC 8).
  public var linksAddresses: Bool
  /// The milliseconds after which an Escape with nothing behind it is the key.
  public var escapeDelay: Int

  /// Makes settings.
  public init(
    theme: Theme = .standard, asciiOnly: Bool = false, usesMouse: Bool = false,
    showsTitle: Bool = false, linksAddresses: Bool = true, escapeDelay: Int = 25
  ) {
    self.theme = theme
    self.asciiOnly = asciiOnly
    self.usesMouse = usesMouse
    self.showsTitle = showsTitle
    self.linksAddresses = linksAddresses
    self.escapeDelay = escapeDelay
  }
}

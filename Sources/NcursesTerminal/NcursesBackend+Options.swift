public import Terminal

extension NcursesBackend {
  /// How the terminal is used from its start on.
  public struct Options: Sendable {
    /// What can be changed later as well.
    public var settings: TerminalSettings
    /// True when no colours are wanted, whatever the theme; `NO_COLOR` wants none either.
    public var isPlain: Bool
    /// True when the terminal is asked how wide it draws characters of ambiguous width.
    public var probesAmbiguousWidth: Bool
    /// The file that takes standard error while the screen is up; nil leaves it alone.
    public var logPath: String?

    /// Makes options.
    public init(
      settings: TerminalSettings = TerminalSettings(), isPlain: Bool = false,
      probesAmbiguousWidth: Bool = false, logPath: String? = nil
    ) {
      self.settings = settings
      self.isPlain = isPlain
      self.probesAmbiguousWidth = probesAmbiguousWidth
      self.logPath = logPath
    }
  }
}

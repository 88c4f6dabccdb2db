public import ReadingModel

/// What a person has chosen for the browser.
public struct BrowserSettings: Equatable, Sendable {
  /// The signs that states are drawn with.
  public var glyphs: Glyphs
  /// Which keys do what.
  public var keyMap: KeyMap

  /// How many papers the person means to read in a week; nil when there is no such number.
  public var weeklyBudget: Int?

  /// The names of the templates that a note can begin with.
  public var noteTemplates: [String]

  /// The facts that stand at the right of a paper, from left to right.
  public var columns: [RowColumn]

  /// What the person should read first, such as what is wrong with the configuration; it stands on
  /// the last row until the first key.
  public var notice: String?

  /// Makes settings.
  public init(
    glyphs: Glyphs = .unicode, keyMap: KeyMap = .standard, notice: String? = nil,
    columns: [RowColumn] = [.year], weeklyBudget: Int? = nil,
    noteTemplates: [String] = NoteTemplate.standard.map(\.name)
  ) {
    self.glyphs = glyphs
    self.keyMap = keyMap
    self.notice = notice
    self.columns = columns
    self.weeklyBudget = weeklyBudget
    self.noteTemplates = noteTemplates
  }
}

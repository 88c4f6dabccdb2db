/// What taking back one step of the history would do.
public struct UndoPreview: Equatable, Sendable {
  /// How many things of one kind would come, change and go.
  public struct Part: Equatable, Sendable {
    /// What one of them is called.
    public var one: String
    /// What several of them are called.
    public var several: String
    /// How many would come back.
    public var added = 0
    /// How many would be as they were before.
    public var changed = 0
    /// How many would go.
    public var removed = 0

    /// Makes a part in which nothing happens yet.
    public init(one: String, several: String) {
      self.one = one
      self.several = several
    }
  }

  /// The number of the step.
  public var step: Int64
  /// What would happen, the most telling kind first; kinds with nothing in them are left out.
  public var parts: [Part]
  /// The titles of the first papers that it is about.
  public var titles: [String]
  /// How many papers it is about.
  public var papers: Int
  /// False when the step is so large that only its beginning was looked at.
  public var isWhole: Bool

  /// Makes a preview.
  public init(step: Int64, parts: [Part], titles: [String], papers: Int, isWhole: Bool = true) {
    self.step = step
    self.parts = parts
    self.titles = titles
    self.papers = papers
    self.isWhole = isWhole
  }

  /// What would happen, as a sentence such as “Taking it back removes 1 note.”.
  public var sentence: String {
    let verbs: [(String, KeyPath<Part, Int>)] = [
      ("brings back", \.added), ("changes", \.changed), ("removes", \.removed),
    ]
    let clauses = verbs.compactMap { verb, count -> String? in
      let things = parts.filter { $0[keyPath: count] > 0 }.map { part in
        "\(part[keyPath: count]) \(part[keyPath: count] == 1 ? part.one : part.several)"
      }
      return things.isEmpty ? nil : "\(verb) \(Self.list(things))"
    }
    guard !clauses.isEmpty else { return "Taking it back changes nothing that is shown." }
    let start = isWhole ? "Taking it back " : "Taking it back does this and more: it "
    return start + Self.list(clauses) + "."
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

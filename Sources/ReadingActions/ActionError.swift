/// Why something a person asked for cannot be done; the library stays as it was.
public enum ActionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No list or paper answers to that name; the nearest names there are.
  case notFound(kind: String, name: String, nearest: [String])
  /// Several papers answer to those words.
  case ambiguous(name: String, candidates: [String])
  /// The request contradicts itself or the library; a whole sentence.
  case refused(String)

  /// What happened, where, and what to do now.
  public var description: String {
    switch self {
    case .notFound(let kind, let name, let nearest):
      let found = "no \(kind) answers to “\(name)”"
      return nearest.isEmpty
        ? "\(found); `lectern search` finds papers and `lectern lists` names the lists"
        : "\(found); the nearest \(nearest.count == 1 ? "is" : "are"):"
    case .ambiguous(let name, _):
      return "“\(name)” matches several papers; give one of these keys:"
    case .refused(let sentence): return sentence
    }
  }

  /// The names to choose from, one a line under the sentence.
  public var candidates: [String] {
    switch self {
    case .notFound(_, _, let nearest): nearest
    case .ambiguous(_, let candidates): candidates
    case .refused: []
    }
  }
}

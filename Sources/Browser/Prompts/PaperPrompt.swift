import ReadingModel
import Terminal

/// The prompt that asks for another paper: one that this one builds on, then with the reason, or one
/// that is the same work.
struct PaperPrompt: Equatable, Sendable {
  /// What the other paper is to this one.
  enum Purpose: Equatable, Sendable {
    /// It is to be read before.
    case prerequisite
    /// It is the same work.
    case same
  }

  /// The paper that another one is looked for.
  let paper: PaperID
  /// What it is called.
  let name: String
  let purpose: Purpose
  /// What is being typed: words of the other paper's title, then the reason.
  var input = LineInput()
  /// The papers that the words find.
  var found: [EntryRow] = []
  /// The one of them that Enter takes.
  var cursor = 0
  /// The paper to be read first, once it is chosen.
  var required: EntryRow?
  /// What is wrong with the words so far.
  var problem: QueryError?

  /// How many papers are shown at a time.
  static let mostFound = 8
}

extension BrowserModel {
  /// Begins to ask for a paper that the one under the cursor builds on, or that is the same.
  mutating func openPaperPrompt(_ purpose: PaperPrompt.Purpose) {
    guard let row = currentRow else { return }
    layers.append(
      .otherPaper(PaperPrompt(paper: row.paper, name: row.shownName, purpose: purpose)))
  }

  /// Handles an event in the prompt on top.
  mutating func type(_ prompt: PaperPrompt, _ event: TerminalEvent) -> [Effect]? {
    var prompt = prompt
    var effects: [Effect] = []
    switch event {
    case .key(.escape):
      layers.removeLast()
      return []
    case .key(.enter):
      if let required = prompt.required {
        layers.removeLast()
        let change = Change.addPrerequisite(
          prompt.paper, required: required.paper, why: prompt.input.text)
        return [.perform(change, .papers)]
      }
      guard prompt.found.indices.contains(prompt.cursor) else { return [] }
      let found = prompt.found[prompt.cursor]
      if prompt.purpose == .same {
        layers.removeLast()
        return [.perform(.merge(found.paper, into: prompt.paper), .papers)]
      }
      prompt.required = found
      prompt.input = LineInput()
    case .key(.down) where prompt.required == nil, .key(.control("n")) where prompt.required == nil:
      prompt.cursor = min(prompt.cursor + 1, max(0, prompt.found.count - 1))
    case .key(.up) where prompt.required == nil, .key(.control("p")) where prompt.required == nil:
      prompt.cursor = max(0, prompt.cursor - 1)
    default:
      let outcome = prompt.input.handle(event)
      if outcome == .unhandled { return nil }
      if outcome == .changed, prompt.required == nil { effects = look(&prompt) }
    }
    layers[layers.count - 1] = .otherPaper(prompt)
    return effects
  }

  /// Looks for the papers that the words find; of words that are wrong, what was found before stays.
  private func look(_ prompt: inout PaperPrompt) -> [Effect] {
    prompt.problem = nil
    prompt.cursor = 0
    do throws(QueryError) {
      let query = try Query.parse(prompt.input.text, lenient: true)
      if query.condition != nil { return [.loadCandidates(query, for: prompt.input.text)] }
      prompt.found = []
    } catch {
      prompt.problem = error
    }
    return []
  }

  /// Shows the papers that were found, unless something else was typed meanwhile.
  mutating func takeIn(_ rows: [EntryRow], for text: String) {
    guard case .otherPaper(var prompt)? = layers.last, prompt.input.text == text else { return }
    prompt.found = rows.filter { $0.paper != prompt.paper }
    layers[layers.count - 1] = .otherPaper(prompt)
  }

  /// Draws the papers found above the prompt on the last row.
  func draw(_ prompt: PaperPrompt, into surface: inout Surface) {
    let label = truncate(prompt.name, to: max(8, size.columns / 3), ellipsis: glyphs.ellipsis)
    if let required = prompt.required {
      let other = truncate(
        required.shownName, to: max(8, size.columns / 4), ellipsis: glyphs.ellipsis)
      drawPrompt(
        "\(label) after \(other), because: ", prompt.input,
        side: "may be empty", into: &surface)
      return
    }
    let shown = Array(prompt.found.prefix(max(0, layout.body.size.rows - 1)))
    let top = layout.body.bottom - shown.count
    surface.fill(
      Rect(
        row: top - 1, column: 0, rows: layout.body.bottom - top + 1, columns: size.columns))
    surface.fill(
      Rect(row: top - 1, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
      style: Style(.dim))
    for (index, row) in shown.enumerated() {
      let year = row.year.map { "  \($0)" } ?? ""
      surface.write(
        truncate(row.title + year, to: size.columns - 4, ellipsis: glyphs.ellipsis),
        at: Point(row: top + index, column: 3))
      if index == prompt.cursor {
        surface.drawCursor(
          row: top + index, columns: 0..<size.columns, isFocused: true, glyphs: glyphs)
      }
    }
    let relation = prompt.purpose == .same ? "is the same as" : "builds on"
    drawQueryPrompt(
      "\(label) \(relation): ", prompt.input, problem: prompt.problem,
      side: shown.isEmpty ? "words of its title" : "Enter takes it", into: &surface)
  }
}

import ReadingModel
import Terminal

/// What the rows of an import say, in signs and words.
struct ImportWords {
  let layer: ImportLayer
  let preview: ImportPreview

  typealias EntryPlace = ImportRequest.EntryPlace

  /// The sign of an entry and the role it is drawn in; signs are ASCII in every terminal.
  func sign(of place: EntryPlace) -> (text: String, role: Role) {
    if layer.leftOut.contains(place) { return ("x", .dim) }
    if layer.isOpen(place) { return ("!", .warning) }
    return Self.sign(of: preview[place].change)
  }

  /// The sign of a change.
  static func sign(of change: PlannedEntry.Change) -> (text: String, role: Role) {
    switch change {
    case .new: ("+", .done)
    case .same: ("=", .dim)
    case .changed: ("~", .accent)
    case .moved: (">", .accent)
    case .gone: ("-", .warning)
    case .leftOut: ("x", .dim)
    }
  }

  /// What stands at the right of an entry.
  func note(on place: EntryPlace) -> StyledRun {
    if layer.leftOut.contains(place) { return StyledRun(leftOutWords(place), .dim) }
    if let conflict = preview.conflicts[place] {
      if layer.request.merging.contains(place) {
        return StyledRun("merged into \(conflict.other?.key ?? "the other paper")", .accent)
      }
      return layer.kept.contains(place)
        ? StyledRun("both are kept", .dim) : StyledRun(Self.words(for: conflict), .warning)
    }
    let change =
      switch preview[place].change {
      case .changed(let names):
        "\(names.joined(separator: ", ")) \(names.count == 1 ? "differs" : "differ")"
      case .moved: "moved"
      case .gone(let isKept): isKept ? "gone, kept as it is yours" : "gone"
      case .new, .same, .leftOut: ""
      }
    let words = [change, standing(of: place)].filter { !$0.isEmpty }
    return StyledRun(words.joined(separator: ", "), .dim)
  }

  /// What the library has of the paper of an entry: “in 2025-W44, read, 1 note”.
  private func standing(of place: EntryPlace) -> String {
    let list = preview[ImportRequest.ListPlace(document: place.document, list: place.list)]
    guard let paper = preview[place].paper, let standing = layer.standing[paper] else { return "" }
    let own = [list.title, list.issued.flatMap(ISOWeek.name) ?? list.title]
    let others = standing.lists.filter { !own.contains($0) }
    var words: [String] = []
    if let first = others.first {
      words.append("in \(first)" + (others.count > 1 ? " and \(others.count - 1) more" : ""))
    }
    if standing.status != .unread { words.append(standing.status.rawValue) }
    if standing.notes > 0 {
      words.append("\(standing.notes) \(standing.notes == 1 ? "note" : "notes")")
    }
    return words.joined(separator: ", ")
  }

  private func leftOutWords(_ place: EntryPlace) -> String {
    switch preview[place].change {
    case .new: "left out"
    case .gone: "not in the document, stays"
    default: "left as it is"
    }
  }

  /// A conflict in a few words.
  static func words(for conflict: PlannedConflict) -> String {
    switch conflict.kind {
    case .sharedTitle: "same title as \(conflict.other?.key ?? "another paper")"
    case .sharedIdentifier: "\(conflict.identifier) has another title"
    case .twoPapers: "\(conflict.identifier) is another paper"
    case .shortTitle: "may be \(conflict.other?.key ?? "another paper")"
    }
  }

  /// What there is to know about a row, below the plan; where rows are few, what the row itself does
  /// not say.
  func details(of row: ImportPreview.Row, isShort: Bool) -> [StyledRun] {
    switch row {
    case .entry(let place): return isShort ? shortDetails(of: place) : details(of: place)
    case .document(let index):
      let document = preview.plan.documents[index]
      return [StyledRun(document.problem.map { "\(document.path): \($0)" } ?? document.path)]
    case .list(let place):
      let list = preview[place]
      let what =
        list.isNew ? "A new list" : list.changesHead ? "A list whose head changes" : "A list"
      let day = list.issued.map { ", issued \($0)" } ?? ""
      return [StyledRun("\(what): \(list.title). \(list.slug), \(list.kind.rawValue)\(day).")]
    case .section(let place): return [StyledRun(preview[place].section ?? "")]
    case .gone:
      return [StyledRun("The list has these, and the document has them no more.", .dim)]
    case .part(_, .warnings):
      return [StyledRun("What was read otherwise than it may have been meant.", .dim)]
    case .part(_, .leftOut):
      return [StyledRun("What was taken for no entry.", .dim)]
    case .remark(let document, let part, let index):
      let remark = self.remark(document, part, index)
      return [StyledRun("Line \(remark.line): \(remark.message)")]
    }
  }

  private func shortDetails(of place: EntryPlace) -> [StyledRun] {
    let line = preview[place].line.map { "line \($0)  " } ?? ""
    return [StyledRun(line, .dim), note(on: place)]
  }

  private func details(of place: EntryPlace) -> [StyledRun] {
    let entry = preview[place]
    let line = entry.line.map { "  line \($0). " } ?? "  "
    var runs = [StyledRun(entry.title, .text, .bold), StyledRun(line, .dim)]
    if let conflict = preview.conflicts[place] {
      let role: Role = layer.isOpen(place) ? .warning : .dim
      runs.append(StyledRun(Self.sentence(conflict.message), role))
      if layer.request.merging.contains(place) {
        let other = conflict.other.map { "“\($0.title)”" } ?? "the other paper"
        runs.append(StyledRun(" Taken for \(other).", .accent))
      } else if layer.isOpen(place), conflict.other != nil {
        runs.append(StyledRun(" Keep both, or merge?", .warning))
      }
    } else {
      let words = [entry.likeness, note(on: place).text].compactMap(\.self).filter { !$0.isEmpty }
      runs.append(StyledRun(words.joined(separator: "; "), .dim))
    }
    return runs
  }

  /// A warning or a line left out.
  func remark(_ document: Int, _ part: ImportPreview.Part, _ index: Int) -> Diagnostic {
    let document = preview.plan.documents[document]
    return part == .warnings ? document.warnings[index] : document.leftOut[index]
  }

  /// A message as a sentence; a name that it begins with is written as ever.
  private static func sentence(_ message: String) -> String {
    message.hasPrefix("the ") ? "T\(message.dropFirst())." : "\(message)."
  }

  /// The counts in a line of so many columns: with all there is to count, in words, or as signs and
  /// numbers alone.
  func counts(columns: Int) -> [StyledRun] {
    let inWords = counts(isWide: true)
    return [inWords + remarkCounts, inWords].first { runs in
      runs.reduce(0) { $0 + displayWidth(of: $1.text) } <= columns
    } ?? counts(isWide: false)
  }

  private func counts(isWide: Bool) -> [StyledRun] {
    let counts = layer.counts
    let signed: [(PlannedEntry.Change, Int, String)] = [
      (.new, counts.new, "new"), (.same, counts.same, "same"),
      (.changed([]), counts.changed, "changed"), (.moved, counts.moved, "moved"),
      (.gone(isKept: false), counts.gone, "gone"),
    ]
    var runs: [StyledRun] = []
    func add(_ sign: (text: String, role: Role), _ count: Int, _ word: String) {
      if !runs.isEmpty { runs.append(StyledRun(isWide ? "   " : "  ")) }
      runs.append(StyledRun(sign.text, sign.role, .bold))
      runs.append(StyledRun(isWide ? " \(count) \(word)" : "\(count)"))
    }
    for (change, count, word) in signed where count > 0 || word == "new" || word == "same" {
      add(Self.sign(of: change), count, word)
    }
    if layer.openConflicts > 0 {
      add(("!", .warning), layer.openConflicts, layer.openConflicts == 1 ? "conflict" : "conflicts")
    }
    if !layer.leftOut.isEmpty { add(("x", .dim), layer.leftOut.count, "left as they are") }
    return runs
  }

  private var remarkCounts: [StyledRun] {
    var runs: [StyledRun] = []
    let warnings = preview.plan.documents.reduce(0) { $0 + $1.warnings.count }
    let leftOut = preview.plan.documents.reduce(0) { $0 + $1.leftOut.count }
    if warnings > 0 {
      runs.append(StyledRun("   \(warnings) \(warnings == 1 ? "warning" : "warnings")", .dim))
    }
    if leftOut > 0 {
      runs.append(StyledRun("   \(leftOut) \(leftOut == 1 ? "line" : "lines") left out", .dim))
    }
    return runs
  }
}

import Foundation
import ReadingModel

/// An import's plan as text: what a person sees before and after.
struct PlanText {
  let console: Console

  /// The most lines that are shown of each kind of remark after an import.
  private static let briefly = 10

  /// Prints what an import will do, all of it.
  func show(_ plan: ImportPlan) {
    for document in plan.documents {
      let counts = document.counts
      console.heading(
        "\(name(of: document)): \(document.format ?? "unknown format"), "
          + "\(counts.entries) \(counts.entries == 1 ? "entry" : "entries")")
      for list in document.lists { show(list) }
      remarks("conflict", document.conflicts.map(\.diagnostic), of: document)
      remarks("warning", document.warnings, of: document)
      remarks("left out", document.leftOut, of: document)
      console.line("  " + summary(counts))
    }
  }

  /// Prints on standard error what an import could not do as it stands, shortly.
  func complain(_ plan: ImportPlan) {
    for document in plan.documents {
      let conflicts = document.conflicts.map(\.diagnostic)
      for (name, remarks) in [("conflict", conflicts), ("warning", document.warnings)] {
        for remark in remarks.prefix(Self.briefly) {
          Self.complain(line(name, remark, of: document))
        }
        if remarks.count > Self.briefly {
          Self.complain(
            "\(document.path): \(remarks.count - Self.briefly) more; --dry-run shows all")
        }
      }
    }
  }

  /// Writes a line to standard error.
  static func complain(_ text: String) {
    writeError(text)
  }

  private func show(_ list: PlannedList) {
    let facts = [list.kind.rawValue, list.issued].compactMap(\.self).joined(separator: ", ")
    let what = list.isNew ? "new list" : list.changesHead ? "list, its head changes" : "list"
    console.line("  \(what) \(list.slug) “\(list.title)” (\(facts))")
    var section: String?
    for entry in list.entries {
      if entry.section != section, let title = entry.section { console.line("    \(title)") }
      section = entry.section
      console.line("    \(sign(entry.change)) \(entry.title)\(detail(entry))")
    }
  }

  private func sign(_ change: PlannedEntry.Change) -> String {
    switch change {
    case .new: "+"
    case .same: "="
    case .changed: "~"
    case .moved: ">"
    case .gone: "-"
    case .leftOut: "x"
    }
  }

  private func detail(_ entry: PlannedEntry) -> String {
    switch entry.change {
    case .new: entry.known.map { " (\($0))" } ?? ""
    case .changed(let facts): " (\(facts.joined(separator: ", ")))"
    case .gone(let isKept): isKept ? " (gone; kept for your progress, notes or tags)" : " (gone)"
    case .same, .moved, .leftOut: ""
    }
  }

  private func remarks(_ name: String, _ remarks: [Diagnostic], of document: PlannedDocument) {
    for remark in remarks { console.line("  " + line(name, remark, of: document)) }
  }

  private func line(_ name: String, _ remark: Diagnostic, of document: PlannedDocument) -> String {
    "\(self.name(of: document)):\(remark.line): \(name): \(remark.message)"
  }

  /// The path as it can be shown: a file's name is text from outside like any other.
  private func name(of document: PlannedDocument) -> String {
    SafeText.line(document.path, limit: .max)
  }

  private func summary(_ counts: ImportCounts) -> String {
    "\(counts.new) new, \(counts.same) same, \(counts.changed) changed, \(counts.moved) moved, "
      + "\(counts.gone) gone"
  }
}

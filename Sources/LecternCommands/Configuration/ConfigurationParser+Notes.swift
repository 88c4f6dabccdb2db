import ReadingModel
import TOMLKit

extension ConfigurationParser {
  /// Takes what notes can begin with: under `[note-templates]` a text for each name; an empty text
  /// takes a template away.
  mutating func readNoteTemplates(_ table: TOMLTable) {
    var own: [(line: Int, template: NoteTemplate)] = []
    for name in table.keys {
      guard let value = table[name] else { continue }
      let line = lines.line(of: name, in: "note-templates")
      guard let text = value.string else {
        reject(name, line, value, wants: "the text of a template", stays: "no such template")
        continue
      }
      let safe = NoteTemplate(name: SafeText.line(name), text: SafeText.block(text))
      if let index = configuration.noteTemplates.firstIndex(where: { $0.name == safe.name }) {
        configuration.noteTemplates[index] = safe
      } else {
        own.append((line ?? .max, safe))
      }
    }
    // A table of TOML has no order; the file has.
    configuration.noteTemplates += own.sorted { $0.line < $1.line }.map(\.template)
    configuration.noteTemplates.removeAll { $0.text.isEmpty }
  }
}

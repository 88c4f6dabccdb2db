import TOMLKit
import Terminal

extension ConfigurationParser {
  /// Takes the person's own themes: under `[themes.NAME]` a look for each role, such as
  /// `accent = "#88c0d0 bold"`.
  mutating func readThemes(_ themes: TOMLTable) {
    for name in themes.keys {
      guard let value = themes[name] else { continue }
      let line = lines.line(of: name, in: "themes")
      guard let table = value.table else {
        reject(name, line, value, wants: "a table: [themes.\(name)]", stays: "no such theme")
        continue
      }
      configuration.themes[name] = theme(table, line: line)
    }
  }

  /// A theme of the roles that can be read; the others look like plain text.
  private mutating func theme(_ table: TOMLTable, line: Int?) -> Theme {
    var theme = Theme([:])
    for key in table.keys {
      guard let value = table[key] else { continue }
      guard let text = value.string else {
        reject(key, line, value, wants: "a look such as \"cyan bold\"", stays: "plain text")
        continue
      }
      do throws(ThemeNotationError) {
        theme[try Role(notation: key)] = try Appearance(notation: text)
      } catch {
        report(
          line: line, "\(Self.quoted(key)): \(Self.printable(error.description)); it has no effect")
      }
    }
    return theme
  }
}

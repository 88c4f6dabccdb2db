import Browser
import TOMLKit

extension ConfigurationParser {
  /// Takes the facts that stand at the right of a paper: a list of names, or a text with blanks or
  /// commas between them.
  mutating func readColumns(_ line: Int?, _ value: any TOMLValueConvertible) {
    let text = value.string.map { $0.split { $0 == " " || $0 == "," }.map(String.init) }
    let names = text ?? Self.strings(value)
    let columns = names?.compactMap(RowColumn.init(rawValue:))
    guard let names, let columns, columns.count == names.count, Set(columns).count == names.count
    else {
      let choices = RowColumn.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      let wrong = names?.first { RowColumn(rawValue: $0) == nil }.map {
        ", without \(Self.quoted($0))"
      }
      return reject(
        "columns", line, value, wants: "a list of \(choices), each once\(wrong ?? "")",
        stays: configuration.columns.map { "\"\($0.rawValue)\"" }.joined(separator: ", "))
    }
    configuration.columns = columns
  }
}

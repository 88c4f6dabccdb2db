/// Texts as the cells of tables that spreadsheets open.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a
/// formula, which may reach other programs and addresses. An apostrophe in front makes it text. See
/// https://owasp.org/www-community/attacks/CSV_Injection.
enum TableText {
  /// The text of a cell, without the apostrophe that keeps it from being a formula.
  static func read(_ cell: String) -> String {
    cell.utf8.first == apostrophe && needsApostrophe(cell) ? String(cell.dropFirst()) : cell
  }

  /// A text as a cell that no spreadsheet takes for a formula, in quotation marks.
  static func printed(_ text: String) -> String {
    let cell = needsApostrophe(text) ? "'" + text : text
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// True for a text that a spreadsheet takes for a formula, with or without apostrophes before it.
  private static func needsApostrophe(_ text: String) -> Bool {
    guard let first = text.utf8.first(where: { $0 != apostrophe }) else { return false }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
  }
}

/// The marker that makes a line an item of a Markdown list.
///
/// Markers are those of CommonMark 0.31, sections 5.2 and 5.3 (a bullet `-`, `*` or `+`, or up to nine
/// digits with `.` or `)`), and the task box `[ ]` of GitHub's Markdown.
struct ListMarker: Equatable {
  /// The UTF-8 bytes that the indentation, the marker and the spaces behind it take.
  let length: Int
  /// What the next item of the list starts with: the next number, an empty task box.
  let next: String

  /// Reads the marker that a line starts with; nil when the line is no list item.
  init?(of line: String) {
    let bytes = Array(line.utf8.prefix(200))
    var end = bytes.prefix { $0 == UInt8(ascii: " ") }.count
    let indentation = String(repeating: " ", count: end)
    guard end < bytes.count else { return nil }

    let marker: String
    switch bytes[end] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      marker = String(UnicodeScalar(bytes[end]))
      end += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = bytes[end...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)), number < 999_999_999,
        let delimiter = bytes[digits.endIndex...].first,
        delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")")
      else { return nil }
      marker = String(number + 1) + String(UnicodeScalar(delimiter))
      end = digits.endIndex + 1
    default:
      return nil
    }

    let gap = bytes[end...].prefix { $0 == UInt8(ascii: " ") }
    guard !gap.isEmpty else { return nil }
    end = gap.endIndex
    var box = ""
    if bytes[end...].starts(with: "[ ] ".utf8) || bytes[end...].starts(with: "[x] ".utf8) {
      box = "[ ] "
      end += 4
    }
    length = end
    next = indentation + marker + String(repeating: " ", count: gap.count) + box
  }
}

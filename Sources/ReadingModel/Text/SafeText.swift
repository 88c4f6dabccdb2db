/// The one gate for text from outside.
///
/// What comes out can be shown in a terminal and written to a file: it has no control characters or
/// terminal sequences, nothing invisible, nothing that turns the direction of what follows, and no
/// towers of combining marks. It is in Unicode normalisation form C. Time is linear in the text.
public enum SafeText {
  /// How many combining marks a letter may carry; more are taken away.
  public static let marksPerCluster = 8
  /// The longest single line, in bytes of UTF-8.
  public static let longestLine = 4_096
  /// The longest text of several lines, in bytes of UTF-8.
  public static let longestBlock = 262_144

  /// Text as one line, such as a title or a name.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - limit: The greatest length of the result, in bytes of UTF-8.
  /// - Returns: The safe text, with each run of white space as one space and none at its ends.
  public static func line(_ text: String, limit: Int = longestLine) -> String {
    if text.utf8.count <= limit, PlainText.isLine(text.utf8) { return text }
    var words = String.UnicodeScalarView()
    for scalar in cleaned(text).unicodeScalars {
      if !scalar.properties.isWhitespace {
        words.append(scalar)
      } else if let last = words.last, last != " " {
        words.append(" ")
      }
    }
    if words.last == " " { words.removeLast() }
    return prefix(of: String(words), limit: limit)
  }

  /// Text in lines, such as a remark, a note or an abstract.
  ///
  /// Lines keep their indentation; a tab becomes four spaces. Every kind of line end becomes one line
  /// feed. Spaces at the end of a line go, and so do blank lines before the first and after the last.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - limit: The greatest length of the result, in bytes of UTF-8.
  /// - Returns: The safe text, without a line feed at its end.
  public static func block(_ text: String, limit: Int = longestBlock) -> String {
    if text.utf8.count <= limit, PlainText.isBlock(text.utf8) { return text }
    var lines = String.UnicodeScalarView()
    var isFirst = true
    var blankLines = 0
    for line in cleaned(text).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard let end = line.lastIndex(where: { !$0.properties.isWhitespace }) else {
        blankLines += 1
        continue
      }
      if !isFirst { lines.append(contentsOf: repeatElement("\n", count: blankLines + 1)) }
      lines.append(contentsOf: line[...end])
      isFirst = false
      blankLines = 0
    }
    return prefix(of: String(lines), limit: limit)
  }

  /// The text in form C without what is unsafe.
  ///
  /// Some characters are several marks in form C, so that what composing changed is cleaned again.
  private static func cleaned(_ text: String) -> String {
    let once = Cleaner.cleaned(text)
    let composed = composed(once)
    return composed.utf8.elementsEqual(once.utf8)
      ? once : Self.composed(Cleaner.cleaned(composed))
  }

  /// The longest beginning of whole clusters that fits into so many bytes.
  private static func prefix(of text: String, limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.startIndex
    var bytes = 0
    while end < text.endIndex {
      let next = text.index(after: end)
      bytes += text[end..<next].utf8.count
      if bytes > limit { break }
      end = next
    }
    while end > text.startIndex, text[text.index(before: end)].isWhitespace {
      end = text.index(before: end)
    }
    return String(text[..<end])
  }
}

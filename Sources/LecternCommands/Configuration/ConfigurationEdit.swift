/// A configuration file with one option changed, and everything else as it was, byte for byte.
struct ConfigurationEdit {
  /// The text with the option in it.
  let text: String
  /// The line on which the option stands, counted from 1.
  let line: Int

  /// Puts an option into a text, in the place of the one that stands there.
  ///
  /// One that does not stand there goes behind the last option before the tables, or above the first
  /// table with the remark over it.
  ///
  /// - Parameters:
  ///   - value: the value as TOML writes it.
  ///   - text: the file as it is; an empty text where there is none.
  ///   - path: what messages call it.
  /// - Throws: `Failure` when the text is no TOML, or would not be read back as wished.
  init(
    _ name: String, to value: String, in text: String, path: String
  ) throws(Failure) {
    let before = Configuration().parsing(text, file: path)
    if let fault = before.problems.first(where: { $0.message.hasPrefix("not TOML") }) {
      let place = fault.line.map { ", line \($0)," } ?? ""
      throw Failure(
        sentence: "\(path)\(place) is not TOML, so nothing was written; mend it first.")
    }
    let assignments = TOMLAssignments(text)
    var bytes = Array(text.utf8)
    if let present = assignments.assignment(of: name) {
      guard !present.hasRemarks else {
        throw Failure(
          sentence: "“\(name)” has remarks between its lines, which would be lost; change it in "
            + "\(path), line \(present.line).")
      }
      bytes.replaceSubrange(present.value, with: value.utf8)
      line = present.line
    } else {
      let isCRLF = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
      let newline: [UInt8] = isCRLF ? [0x0D, 0x0A] : [0x0A]
      let place = Self.place(in: bytes, assignments)
      var added = Array("\(name) = \(value)".utf8) + newline
      if place > 0, bytes[place - 1] != 0x0A, place > 3 || !text.utf8.starts(with: Self.mark) {
        added = newline + added
      }
      if assignments.all.isEmpty, assignments.firstTable != nil { added += newline }
      line = bytes[..<place].count { $0 == 0x0A } + (added.starts(with: newline) ? 2 : 1)
      bytes.insert(contentsOf: added, at: place)
    }
    self.text = String(decoding: bytes, as: UTF8.self)
    try Self.check(self.text, name, value, before, path)
  }

  /// The mark of byte order that a file may begin with.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where a new option goes.
  private static func place(in bytes: [UInt8], _ assignments: TOMLAssignments) -> Int {
    if let last = assignments.all.last { return last.end }
    guard var place = assignments.firstTable else { return bytes.count }
    // The remark right above a table belongs to it.
    while place > 0 {
      let line = bytes[..<(place - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let first = bytes[line..<place].first { $0 != 0x20 && $0 != 0x09 }
      guard first == UInt8(ascii: "#") else { break }
      place = line
    }
    return place == 0 && bytes.starts(with: mark) ? mark.count : place
  }

  /// Reads the new text back: that option as wished, all others as they were, and nothing new wrong.
  private static func check(
    _ text: String, _ name: String, _ value: String, _ before: ConfigurationParser, _ path: String
  ) throws(Failure) {
    let after = Configuration().parsing(text, file: path)
    let wished = try before.configuration.changing(name, to: value)
    var old = before.problems.map(\.message)
    let isNothingNew = after.problems.allSatisfy { problem in
      old.firstIndex(of: problem.message).map { old.remove(at: $0) } != nil
    }
    guard isNothingNew, after.given == before.given.union([name]),
      after.configuration.withoutLines == wished.withoutLines
    else {
      throw Failure(
        sentence: "“\(name)” would not be read back as wished, so nothing was written; change it "
          + "in \(path) by hand.")
    }
  }
}

extension Configuration {
  /// The options without the lines on which they stand.
  fileprivate var withoutLines: Configuration {
    var configuration = self
    for index in keys.indices { configuration.keys[index].line = nil }
    for index in macros.indices { configuration.macros[index].line = nil }
    return configuration
  }
}

/// The name of a backup's file: the library's name, the moment, and why it was made.
///
/// `library-2026-03-01T100000Z-daily.db`; a second one of the same moment and reason ends in
/// `-2.db`. Colons are left out because some file systems refuse them.
struct BackupName: Equatable {
  /// The name of the library's file without its ending.
  var library: String
  /// When the backup was made, ISO 8601 in UTC to the second.
  var made: String
  /// Why it was made.
  var reason: Backup.Reason
  /// 1 for the first of its moment and reason.
  var number = 1

  /// Names a backup.
  ///
  /// - Parameters:
  ///   - path: where the library is.
  ///   - now: the moment, ISO 8601 in UTC; parts of a second are left out.
  init(ofLibraryAt path: String, made now: String, reason: Backup.Reason) {
    library = Self.stem(of: path)
    made = String(now.prefix(19)) + "Z"
    self.reason = reason
  }

  /// Reads the name of a backup of the library at a path; nil when it is something else.
  init?(_ name: String, ofLibraryAt path: String) {
    library = Self.stem(of: path)
    guard name.hasPrefix(library + "-"), name.hasSuffix(Self.ending) else { return nil }
    let rest = name.dropFirst(library.count + 1).dropLast(Self.ending.count)
    let moment = Array(rest.prefix(18).utf8)
    guard moment.count == 18, rest.dropFirst(18).first == "-" else { return nil }
    for (byte, pattern) in zip(moment, "0000-00-00T000000Z".utf8) {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      guard pattern == UInt8(ascii: "0") ? isDigit : byte == pattern else { return nil }
    }
    let text = Array(String(decoding: moment, as: UTF8.self))
    made = String(text[..<13] + ":" + text[13..<15] + ":" + text[15...])
    let words = rest.dropFirst(19)
    guard let reason = Backup.Reason.allCases.first(where: { words.hasPrefix($0.rawValue) }) else {
      return nil
    }
    self.reason = reason
    let tail = words.dropFirst(reason.rawValue.count)
    guard !tail.isEmpty else { return }
    guard tail.first == "-", let number = Int(tail.dropFirst()), number > 1 else { return nil }
    self.number = number
  }

  /// The name as it stands in the folder.
  var text: String {
    let moment = made.filter { $0 != ":" }
    let number = number > 1 ? "-\(number)" : ""
    return "\(library)-\(moment)-\(reason.rawValue)\(number)\(Self.ending)"
  }

  private static let ending = ".db"

  private static func stem(of path: String) -> String {
    let name = FileSystem.name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

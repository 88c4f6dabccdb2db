import Foundation
import ReadingModel

/// Notes that are being written, on disk as they are typed.
///
/// A draft is one file, written under another name and renamed, so that it is whole at any moment;
/// its name tells the paper and the note, so that each has one draft.
struct DraftFolder {
  /// The folder for the drafts of one library.
  let path: String

  /// A draft as it was left.
  struct Draft: Equatable {
    /// The paper's key.
    var paper: String
    /// The note it is a version of; nil for a new note.
    var note: NoteID?
    /// The number of the version that it was begun from; nil where that is not known.
    var base: Int?
    /// When it was last written, ISO 8601 in UTC.
    var written: String
    /// The text.
    var body: String
  }

  /// The drafts of the library at a path lie in a folder of their own under the folder of all drafts.
  init(drafts: String, library: String) {
    // FNV-1a, 64 bit (Fowler, Noll, Vo): the name only has to differ between libraries.
    let hash = library.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    path = "\(drafts)/\(String(hash, radix: 16))"
  }

  /// Writes a draft; throws when the disk refuses it.
  func save(_ draft: Draft) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let file = file(paper: draft.paper, note: draft.note)
    let text =
      "\(Self.mark)\n\(draft.paper)\n\(Self.name(of: draft))\n"
      + "\(draft.written)\n\n\(draft.body)"
    let temporary = file + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(file) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else {
        close(descriptor)
        throw Self.failure(file)
      }
      bytes = bytes.dropFirst(written)
    }
    close(descriptor)
    guard rename(temporary, file) == 0 else { throw Self.failure(file) }
  }

  /// Removes a draft; one that is not there is no error.
  func remove(paper: String, note: NoteID?) {
    unlink(file(paper: paper, note: note))
  }

  /// The drafts that were left, newest first; a file that is none is passed over.
  func drafts() -> [Draft] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".draft") }
      .compactMap { FileManager.default.contents(atPath: "\(path)/\($0)") }
      .compactMap { Self.parse(String(decoding: $0, as: UTF8.self)) }
      .sorted { $0.written > $1.written }
  }

  private static let mark = "lectern draft 1"

  private static func parse(_ text: String) -> Draft? {
    let parts = text.split(
      separator: "\n", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == mark, parts[4].isEmpty else { return nil }
    let numbers = parts[2].split(separator: "@", maxSplits: 1)
    let note = numbers.first.flatMap { Int64($0) }.map(NoteID.init(rawValue:))
    guard note != nil || parts[2] == "new" else { return nil }
    return Draft(
      paper: String(parts[1]), note: note, base: numbers.dropFirst().first.flatMap { Int($0) },
      written: String(parts[3]), body: String(parts[5]))
  }

  /// The note of a draft and the version it was begun from: `30@2`, `30`, `new`.
  private static func name(of draft: Draft) -> String {
    guard let note = draft.note else { return "new" }
    return "\(note.rawValue)" + (draft.base.map { "@\($0)" } ?? "")
  }

  /// The file of the draft of a note.
  func file(paper: String, note: NoteID?) -> String {
    var name = ""
    for byte in paper.utf8.prefix(80) {
      let letter = Character(UnicodeScalar(byte))
      let plain = letter.isASCII && (letter.isLetter || letter.isNumber || letter == ".")
      name += plain && !name.isEmpty ? String(letter) : "%" + String(byte, radix: 16)
    }
    let hash = paper.utf8.reduce(5381 as UInt32) { ($0 &* 33) ^ UInt32($1) }
    return "\(path)/\(name)-\(String(hash, radix: 16))-"
      + "\(note.map { String($0.rawValue) } ?? "new").draft"
  }

  private static func failure(_ file: String) -> Failure {
    Failure(
      sentence: "the draft could not be written to \(file): \(String(cString: strerror(errno))); "
        + "save the note before you leave")
  }
}

import Browser
import Foundation

/// What was entered in the command line of the browser, one line each in a file, the oldest first.
struct CommandHistory {
  /// The file.
  let path: String

  /// The most lines that are kept.
  static let limit = 500

  /// The lines; none when the file is missing or cannot be read, or is no file that this wrote.
  func lines() -> [String] {
    guard let data = FileManager.default.contents(atPath: path), data.count <= Self.largest,
      let text = String(data: data, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").suffix(Self.limit).map(String.init)
  }

  /// Adds a line at the end; one that was entered before is kept once.
  ///
  /// The file is written under another name and renamed, so that it is whole at any moment and
  /// nobody else can read it.
  ///
  /// - Throws: `Failure` when the disk refuses it.
  func keep(_ line: String) throws(Failure) {
    guard !line.isEmpty, !line.contains(where: \.isNewline) else { return }
    var lines = lines().filter { $0 != line } + [line]
    lines.removeFirst(max(0, lines.count - Self.limit))
    let folder = path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    let temporary = "\(path).\(getpid()).new"
    mkdir(folder, 0o700)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    guard written == bytes.count, rename(temporary, path) == 0 else {
      let failure = failure
      unlink(temporary)
      throw failure
    }
  }

  /// More than this is no history: 500 lines of 4,096 bytes.
  private static let largest = 500 * 4_097

  private var failure: Failure {
    Failure(
      sentence: "The command was carried out but cannot be kept in \(path): "
        + "\(String(cString: strerror(errno))).")
  }
}

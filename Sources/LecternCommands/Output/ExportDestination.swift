import Browser
import Foundation
import Interchange
import ReadingModel

/// Where an export goes: one file, or a folder of files.
struct ExportDestination {
  private let path: String

  /// A path that ends in `/`, is a folder, or has no file name ending is a folder.
  let isFolder: Bool

  init(_ path: String) {
    self.path = path
    var directory = ObjCBool(false)
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &directory)
    let name = path.split(separator: "/").last ?? ""
    isFolder = exists ? directory.boolValue : path.hasSuffix("/") || !name.contains(".")
  }

  /// Writes one document; a file that stands there is replaced only when Lectern wrote it.
  ///
  /// - Parameter mayReplace: False to be asked before such a file is replaced.
  /// - Throws: `Failure` when the path is a folder, the file is somebody else's, or the disk refuses.
  func write(
    _ text: String, _ format: ExportFormat, mayReplace: Bool = true
  ) throws -> ExportOutcome {
    guard !isFolder else {
      throw Failure(
        sentence: "\(path) is a folder; name a file for a \(format.rawValue) export", code: 2)
    }
    let contents = Data(text.utf8)
    if let present = FileManager.default.contents(atPath: path) {
      guard present != contents else { return .done(["\(path) is up to date"]) }
      guard Self.isOwn(present, format) else {
        throw Failure(
          sentence: "\(path) was not written by Lectern, so it was left alone; name another file")
      }
      guard mayReplace else { return .wouldReplace("Replace \(path), which Lectern wrote?") }
    }
    do {
      try contents.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(
        sentence: "\(path) could not be written; see that its folder is there, may be written "
          + "to, and has room")
    }
    return .done(["Wrote \(path)"])
  }

  /// Writes one file a paper into the folder; nothing that Lectern did not write is touched.
  ///
  /// - Returns: Sentences, and the one that says that not all was written; nil when it was.
  func write(files: [ExportedFile]) throws -> (said: [String], problem: String?) {
    let report: FolderReport
    do {
      report = try FolderWriter.write(files, to: path)
    } catch {
      throw Failure(sentence: error.message)
    }
    let kept = report.kept.map {
      "\(path)/\($0) was not written by Lectern, so it was left alone"
    }
    let counts =
      "Wrote \(report.written.count) of \(files.count) notes to \(path), "
      + "\(report.unchanged.count) were up to date"
    return (
      kept + [counts],
      kept.isEmpty ? nil : "some notes were not written; move the files named above away"
    )
  }

  /// The comment that BibTeX exports begin with, by which their files are known again.
  static let bibtexHeading = "% Written by Lectern\n"

  /// The comment that documents of notes begin with.
  static let notesHeading = "<!-- Written by Lectern -->\n"

  /// True when a file begins as Lectern's own exports of that format do.
  private static func isOwn(_ contents: Data, _ format: ExportFormat) -> Bool {
    switch format {
    case .markdown:
      // A list document has no marker, so one that differs may hold the reader's own edits.
      return contents.starts(with: Self.notesHeading.utf8)
    case .bibtex: return contents.starts(with: Self.bibtexHeading.utf8)
    case .org: return contents.starts(with: OrgPrinter.mark.utf8)
    case .html: return contents.starts(with: HTMLPrinter.mark.utf8)
    case .csv: return contents.starts(with: CSVPrinter.mark.utf8)
    case .cslJSON: return contents.starts(with: CSLPrinter.mark.utf8)
    case .ris:
      // The mark follows the type of the first work.
      let lines = contents.prefix(64).split(separator: 0x0A, maxSplits: 2)
      return lines.count == 3 && lines[0].starts(with: "TY  - ".utf8)
        && (lines[1] + [0x0A]).elementsEqual(RISPrinter.mark.utf8)
    case .json:
      // Lectern prints one line without a blank between key and value, its own first key first.
      return ["{\"slug\":\"", "{\"position\":", "[{\"position\":"].contains { beginning in
        contents.starts(with: beginning.utf8)
          && contents.firstIndex(of: 0x0A) == contents.indices.last
      }
    }
  }
}

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What became of the files that were to be written into a folder.
public struct FolderReport: Equatable, Sendable {
  /// Names of files that are new or have new contents.
  public var written: [String] = []
  /// Names of files that held these very bytes already.
  public var unchanged: [String] = []
  /// Names that belong to something Lectern did not write; it was left as it is.
  public var kept: [String] = []
}

/// Writes exported files into a folder that may hold other people's files as well.
public enum FolderWriter {
  /// Writes files, each at once or not at all.
  ///
  /// A file that Lectern did not write, told by the marker in its front matter, is never touched, nor
  /// is anything that is no plain file. A file that holds the same bytes is not written again.
  ///
  /// - Parameters:
  ///   - files: The files; their names have no folder.
  ///   - folder: The path of the folder, which is made when it is missing.
  /// - Throws: `InterchangeError.file` at the first file or folder that cannot be read or written;
  ///   the files before it are written.
  public static func write(
    _ files: [ExportedFile], to folder: String
  ) throws(InterchangeError) -> FolderReport {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .file(path: folder, message: "the folder cannot be made; choose another one")
    }
    var report = FolderReport()
    for file in files { try write(file, to: folder, &report) }
    return report
  }

  private static func write(
    _ file: ExportedFile, to folder: String, _ report: inout FolderReport
  ) throws(InterchangeError) {
    guard !file.name.isEmpty, !file.name.hasPrefix("."), !file.name.contains("/"),
      !file.name.contains("\0")
    else {
      throw .file(path: folder, message: "“\(file.name)” cannot be the name of a file")
    }
    let path = "\(folder)/\(file.name)"
    let contents = Data(file.contents.utf8)
    // The attributes are those of the entry itself: a symbolic link is not followed.
    if let attributes = try? FileManager.default.attributesOfItem(atPath: path) {
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        report.kept.append(file.name)
        return
      }
      guard let present = FileManager.default.contents(atPath: path) else {
        throw .file(path: path, message: "the file cannot be read; nothing was written to it")
      }
      if present == contents {
        report.unchanged.append(file.name)
        return
      }
      guard isOwn(present) else {
        report.kept.append(file.name)
        return
      }
    }
    do {
      try contents.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .file(
        path: path,
        message: "the file cannot be written; see that the disk has room and that "
          + "you may write to the folder")
    }
    report.written.append(file.name)
  }

  /// True when the front matter of a file has the marker.
  private static func isOwn(_ contents: Data) -> Bool {
    let lines = contents.prefix(65_536).split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.first?.elementsEqual("---".utf8) == true else { return false }
    let frontMatter = lines.dropFirst().prefix { !$0.elementsEqual("---".utf8) }
    return frontMatter.contains { $0.elementsEqual(NoteFiles.marker.utf8) }
  }
}

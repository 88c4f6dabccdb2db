import Foundation
import Interchange
import ReadingActions

/// The documents that a person names: files, folders and standard input.
enum ImportFiles {
  /// Larger files are mapped instead of read, so that they do not lie in memory whole.
  private static let mappedFrom = 16 << 20

  /// Reads the documents.
  ///
  /// A folder stands for the documents in it and below it whose endings an importer knows.
  /// - Returns: The documents, and a sentence for each that cannot be read.
  static func read(_ paths: [String]) -> (documents: [ImportDocument], problems: [String]) {
    var documents: [ImportDocument] = []
    var problems: [String] = []
    for path in paths {
      guard path != "-" else {
        documents.append(document("-", FileHandle.standardInput.readDataToEndOfFile(), name: ""))
        continue
      }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        problems.append("\(path): there is no such file")
        continue
      }
      let files = isFolder.boolValue ? Self.files(in: path) : [path]
      if files.isEmpty { problems.append("\(path): the folder has no document of a known kind") }
      for file in files {
        do {
          documents.append(try read(file))
        } catch {
          problems.append("\(file): it cannot be read (\(reason(error)))")
        }
      }
    }
    return (documents, problems)
  }

  /// Reads what is at a path whose bytes may be no text; a name that is none is shown otherwise.
  static func read(
    exact path: [UInt8], shown: String
  ) -> (documents: [ImportDocument], problems: [String]) {
    if let path = String(validating: path, as: UTF8.self) { return read([path]) }
    let descriptor = open(path.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return ([], ["\(shown): it cannot be read (\(String(cString: strerror(errno))))"])
    }
    do {
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      let name = shown.split(separator: "/").last.map(String.init) ?? shown
      return ([document(shown, try file.readToEnd() ?? Data(), name: name)], [])
    } catch { return ([], ["\(shown): it cannot be read (\(reason(error)))"]) }
  }

  private static func read(_ path: String) throws -> ImportDocument {
    let url = URL(fileURLWithPath: path)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let isMapped = size >= mappedFrom
    let data = try Data(contentsOf: url, options: isMapped ? .alwaysMapped : [])
    return document(path, data, name: url.lastPathComponent, isMapped: isMapped)
  }

  private static func document(
    _ path: String, _ data: Data, name: String, isMapped: Bool = false
  ) -> ImportDocument {
    ImportDocument(
      path: path, source: ImportSource(name: name, data: data, isMapped: isMapped))
  }

  private static func files(in folder: String) -> [String] {
    let endings = Set(Importers.all.flatMap(\.endings))
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      return !isHidden && endings.contains((name as NSString).pathExtension.lowercased())
    }
    .sorted().map { (folder as NSString).appendingPathComponent($0) }
    // A pipe in a folder would be waited for without end.
    .filter { FolderNames.kind(of: Array($0.utf8)) == .file }
  }

  private static func reason(_ error: any Error) -> String {
    let system = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard
      let code = (system ?? error as NSError).domain == NSPOSIXErrorDomain
        ? (system ?? error as NSError).code : nil
    else { return "error \((error as NSError).code)" }
    return String(cString: strerror(Int32(code)))
  }
}

import Foundation
import Interchange
import Testing

@Suite("Folder writer")
struct FolderWriterTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "lectern-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false) + "/notes")
  }

  private func file(_ name: String, _ text: String) -> ExportedFile {
    ExportedFile(name: name, contents: "---\ngenerator: lectern\n---\n\(text)\n")
  }

  private func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Files are written once, and again only when their bytes differ")
  func writes() throws {
    try inFolder { folder in
      let files = [file("a.md", "1"), file("b.md", "2")]
      #expect(try FolderWriter.write(files, to: folder).written == ["a.md", "b.md"])
      #expect(read("\(folder)/a.md") == files[0].contents)
      let old = Date(timeIntervalSince1970: 1_000_000)
      for name in ["a.md", "b.md"] {
        try FileManager.default.setAttributes(
          [.modificationDate: old], ofItemAtPath: "\(folder)/\(name)")
      }
      let report = try FolderWriter.write([files[0], file("b.md", "3")], to: folder)
      #expect(report.unchanged == ["a.md"])
      #expect(report.written == ["b.md"])
      let date = try FileManager.default.attributesOfItem(atPath: "\(folder)/a.md")[
        .modificationDate]
      #expect(date as? Date == old)
      #expect(read("\(folder)/b.md")?.hasSuffix("3\n") == true)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.md", "b.md"])
    }
  }

  @Test(
    "A file of somebody else is left as it is",
    arguments: [
      "my own notes\n", "", "generator: lectern\n", "---\ntitle: x\n---\ngenerator: lectern\n",
      "---\ngenerator: lectern2\n---\n",
    ])
  func keeps(text: String) throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/a.md"))
      #expect(try FolderWriter.write([file("a.md", "1")], to: folder).kept == ["a.md"])
      #expect(read("\(folder)/a.md") == text)
    }
  }

  @Test("Links and folders are never written through")
  func links() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/b.md", withIntermediateDirectories: true)
      let target = "\(folder)/target"
      try Data(file("x", "old").contents.utf8).write(to: URL(filePath: target))
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/a.md", withDestinationPath: target)
      let report = try FolderWriter.write([file("a.md", "1"), file("b.md", "2")], to: folder)
      #expect(report.kept == ["a.md", "b.md"])
      #expect(read(target) == file("x", "old").contents)
    }
  }

  @Test("A name cannot lead out of the folder", arguments: ["../a.md", "/tmp/a", "", ".a", "a\0b"])
  func names(name: String) throws {
    try inFolder { folder in
      #expect(throws: InterchangeError.self) {
        try FolderWriter.write([file(name, "1")], to: folder)
      }
    }
  }

  @Test("A folder that cannot be made is an error with its path")
  func noFolder() throws {
    try inFolder { folder in
      _ = try FolderWriter.write([file("a.md", "1")], to: folder)
      let path = "\(folder)/a.md/sub"
      #expect(
        throws: InterchangeError.file(
          path: path, message: "the folder cannot be made; choose another one")
      ) { try FolderWriter.write([], to: path) }
    }
  }
}

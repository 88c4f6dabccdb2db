import Foundation
import ReadingModel

@testable import ReadingStore

/// A folder of its own for a test, removed with it.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("lectern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Where the library of the folder is.
  var path: String { url.appendingPathComponent("library.db").path }

  /// The names of the files in it, sorted.
  var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  /// The bytes of the library's file.
  var bytes: Data { get throws { try Data(contentsOf: URL(fileURLWithPath: path)) } }

  /// The library of the folder, made when it is not there.
  func library() throws -> Library {
    try Library.open(at: path, added: Fixture.then) { [Fixture.order, Fixture.week] }
  }
}

import Foundation
public import Terminal
public import Testing

/// Compares a screen with its golden file; see `expectSnapshot(of:named:filePath:sourceLocation:)`
/// for a text.
public func expectSnapshot(
  of surface: Surface, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectSnapshot(
    of: surface.snapshot(), named: name, filePath: filePath, sourceLocation: sourceLocation)
}

/// Compares a text with its golden file `__Snapshots__/<test file>/<name>.txt`, or records the file.
///
/// Set `RECORD_SNAPSHOTS=1` to record, which fails the test all the same, as does a missing file: no
/// run passes by recording. A difference is shown line by line, followed by the whole text.
public func expectSnapshot(
  of actual: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let testFile = URL(fileURLWithPath: filePath)
  let folder = testFile.deletingLastPathComponent().appendingPathComponent("__Snapshots__")
    .appendingPathComponent(testFile.deletingPathExtension().lastPathComponent)
  let golden = folder.appendingPathComponent("\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try actual.write(to: golden, atomically: true, encoding: .utf8)
    Issue.record(
      "Recorded \(name).txt; run again without RECORD_SNAPSHOTS.", sourceLocation: sourceLocation)
    return
  }
  guard let data = try? Data(contentsOf: golden) else {
    Issue.record(
      "There is no golden file \(golden.path); record it with RECORD_SNAPSHOTS=1.\n\(actual)",
      sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  // Unicode scalars rather than characters: é in one code point is not é in two.
  guard !actual.unicodeScalars.elementsEqual(expected.unicodeScalars) else { return }
  Issue.record(
    "\(name) differs:\n\(lineDifference(from: expected, to: actual))\n\(actual)",
    sourceLocation: sourceLocation)
}

/// The lines that went (`-`) and came (`+`), each with its number.
func lineDifference(from expected: String, to actual: String) -> String {
  actual.split(separator: "\n", omittingEmptySubsequences: false)
    .difference(from: expected.split(separator: "\n", omittingEmptySubsequences: false))
    .map { change in
      switch change {
      case .insert(let line, let text, _): "+\(line + 1) \(text)"
      case .remove(let line, let text, _): "-\(line + 1) \(text)"
      }
    }
    .joined(separator: "\n")
}

import Foundation

@testable import Interchange

/// Reads the bytes as a list in Markdown.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkdown(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  if let importer = Importers.named("markdown") {
    try? importer.read(ImportSource(name: "", data: data)) { _ in }
  }
  return 0
}

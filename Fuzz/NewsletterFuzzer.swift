import Foundation

@testable import Interchange

/// Reads the bytes as a newsletter in plain text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNewsletter(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  if let importer = Importers.named("newsletter") {
    try? importer.read(ImportSource(name: "", data: data)) { _ in }
  }
  return 0
}

import Foundation
import Interchange

/// Reads the bytes with the importer “json-feed”.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSONFeed(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  if let importer = Importers.named("json-feed") {
    try? importer.read(ImportSource(name: "", data: data)) { _ in }
  }
  return 0
}

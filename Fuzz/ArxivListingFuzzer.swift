import Foundation
import Interchange

/// Reads the bytes with the importer “arxiv-listing”.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArxivListing(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  if let importer = Importers.named("arxiv-listing") {
    try? importer.read(ImportSource(name: "", data: data)) { _ in }
  }
  return 0
}

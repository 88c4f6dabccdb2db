import Foundation
import Interchange

/// Reads any bytes as a document of the importer `ris`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRIS(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = ImportSource(name: "", data: Data(bytes: bytes, count: count))
  try? Importers.named("ris")?.read(source) { _ in }
  return 0
}

import Foundation
import Interchange

/// Reads any bytes as a document of the importer `nbib`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNbib(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = ImportSource(name: "", data: Data(bytes: bytes, count: count))
  try? Importers.named("nbib")?.read(source) { _ in }
  return 0
}

import Foundation
import Interchange

/// Reads any bytes as a document of the importer `endnote`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEndNote(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = ImportSource(name: "", data: Data(bytes: bytes, count: count))
  try? Importers.named("endnote")?.read(source) { _ in }
  return 0
}

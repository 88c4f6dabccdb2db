import Foundation
import Interchange

/// Reads any bytes as a document of the importer `csl-yaml`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSLYAML(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = ImportSource(name: "", data: Data(bytes: bytes, count: count))
  try? Importers.named("csl-yaml")?.read(source) { _ in }
  return 0
}

import Foundation
import Interchange

/// Reads any bytes as a document of the importer `tsv`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTSV(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = ImportSource(name: "", data: Data(bytes: bytes, count: count))
  try? Importers.named("tsv")?.read(source) { _ in }
  return 0
}

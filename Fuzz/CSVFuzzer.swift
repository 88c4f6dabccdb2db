import Foundation
import Interchange

/// Reads any bytes as a document of the importer `csv`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = ImportSource(name: "", data: Data(bytes: bytes, count: count))
  try? Importers.named("csv")?.read(source) { _ in }
  return 0
}

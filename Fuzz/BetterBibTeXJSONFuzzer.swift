import Foundation
import Interchange

/// Reads any bytes as a document of the importer `better-bibtex-json`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBetterBibTeXJSON(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = ImportSource(name: "", data: Data(bytes: bytes, count: count))
  try? Importers.named("better-bibtex-json")?.read(source) { _ in }
  return 0
}

import Foundation
import Interchange

/// Reads the bytes with the importer “html”.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTML(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  if let importer = Importers.named("html") {
    try? importer.read(ImportSource(name: "", data: data)) { _ in }
  }
  return 0
}

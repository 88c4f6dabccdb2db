import Foundation
import Interchange

/// Reads the bytes with the importer “atom”.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAtom(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  if let importer = Importers.named("atom") {
    try? importer.read(ImportSource(name: "", data: data)) { _ in }
  }
  return 0
}

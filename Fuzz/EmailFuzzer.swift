import Foundation
import Interchange

/// Reads the bytes with the importer “email”.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEmail(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  if let importer = Importers.named("email") {
    try? importer.read(ImportSource(name: "", data: data)) { _ in }
  }
  return 0
}

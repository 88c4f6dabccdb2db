import CFuzzer
import Foundation

// fuzz --list              the names of the targets
// fuzz TARGET OPTION…      runs libFuzzer on one of them; its options follow the name

guard let name = CommandLine.arguments.dropFirst().first, name != "--list" else {
  for target in FuzzTarget.all { print(target.name) }
  exit(0)
}
guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
  print("There is no target “\(name)”; --list names them.")
  exit(2)
}

/// The target that this process runs; the driver takes a function without a context.
nonisolated(unsafe) private var chosen = target

var arguments = ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2))
  .map { strdup($0) as UnsafeMutablePointer<CChar>? }
var count = CInt(arguments.count)
arguments.append(nil)
let code = arguments.withUnsafeMutableBufferPointer { buffer in
  var start = buffer.baseAddress
  return LLVMFuzzerRunDriver(&count, &start) { bytes, size in
    try? chosen.run(bytes.map { Data(bytes: $0, count: size) } ?? Data())
    return 0
  }
}
exit(code)

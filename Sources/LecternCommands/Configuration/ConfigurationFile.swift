#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Configuration {
  /// Reads a configuration file, and starts with the defaults wherever it cannot be followed.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - isNamed: true when a person named this very file, so that its absence is a problem;
  ///     the file at its usual place may be missing.
  /// - Returns: the options, one problem for each thing in the file that has no effect, and the
  ///   names of the options that the file gives.
  static func load(
    _ path: String, isNamed: Bool = false
  ) -> (configuration: Configuration, problems: [ConfigurationProblem], given: Set<String>) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    func failed(
      _ reason: String
    ) -> (configuration: Configuration, problems: [ConfigurationProblem], given: Set<String>) {
      let message = "\(reason); every option keeps its default"
      return (Configuration(), [ConfigurationProblem(file: name, line: nil, message: message)], [])
    }

    // Mostly there is none, and the browser's first frame need not wait for a URL to find that out.
    if !isNamed, access(path, F_OK) != 0, errno == ENOENT { return (Configuration(), [], []) }
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return isNamed ? failed("there is no file at \(path)") : (Configuration(), [], [])
    } catch {
      return failed("the file at \(path) cannot be read")
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      return failed("the file is not UTF-8")
    }
    let parser = Configuration().parsing(text, file: name)
    return (parser.configuration, parser.problems, parser.given)
  }
}

public import Foundation

/// The built `lectern`, run in a home of its own so that a test touches nothing of the person's.
public final class BuiltProgram {
  /// What a run left behind.
  public struct Result: Equatable, Sendable {
    /// Standard output.
    public var output: String
    /// Standard error.
    public var complaint: String
    /// The exit code.
    public var code: Int32
  }

  /// The folder that stands for the person's home; removed at the end.
  public let home: URL
  /// The library that every run opens.
  public var library: String { home.appendingPathComponent("library.db").path }

  /// Makes an empty home.
  public init() throws {
    home = FileManager.default.temporaryDirectory
      .appendingPathComponent("lectern-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// The program, which the package manager builds beside the tests.
  public static var path: String {
    let tests = URL(
      fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/exe")) ?? CommandLine.arguments[0])
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("lectern").path
      if FileManager.default.isExecutableFile(atPath: candidate),
        !isFolder(candidate)
      {
        return candidate
      }
      folder = folder.deletingLastPathComponent()
    }
    return "lectern"
  }

  /// The environment of every run: a fixed home, language and size, and nothing of the person's.
  public var environment: [String: String] {
    [
      "HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC",
      "LECTERN_LIBRARY": library, "SWIFT_BACKTRACE": "enable=no",
      // TOMLKit keeps what it parsed until the end, which a sanitized program would report.
      "ASAN_OPTIONS": "detect_leaks=0",
    ]
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind the program's name.
  ///   - input: Standard input; empty without it.
  ///   - extra: Variables on top of `environment`.
  public func run(
    _ arguments: String..., input: String = "", environment extra: [String: String] = [:]
  ) throws -> Result {
    try run(list: arguments, input: input, environment: extra)
  }

  /// Runs the program to its end with arguments that a table holds.
  public func run(
    list arguments: [String], input: String = "", environment extra: [String: String] = [:]
  ) throws -> Result {
    let folder = home.appendingPathComponent("runs")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try input.write(to: files[0], atomically: false, encoding: .utf8)
    let code = try ChildProcess.run(
      [Self.path] + arguments, environment: environment.merging(extra) { $1 },
      streams: (files[0].path, files[1].path, files[2].path))
    return Result(
      output: try String(contentsOf: files[1], encoding: .utf8),
      complaint: try String(contentsOf: files[2], encoding: .utf8), code: code)
  }

  /// A command that stands for the person's editor: it runs the lines of a script.
  ///
  /// The shell reads the script. Run by itself it could be refused as busy, while a program that
  /// another test starts at that moment still holds the file that is being written.
  public func editor(_ lines: String) throws -> String {
    let file = home.appendingPathComponent("editor")
    try "\(lines)\n".write(to: file, atomically: true, encoding: .utf8)
    return "sh \(file.path)"
  }

  private static func isFolder(_ path: String) -> Bool {
    var folder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder.boolValue
  }
}

import Foundation

/// Runs a program to its end, its streams being files.
///
/// Foundation's `Process` waits until every descriptor that the program ever passed on is closed,
/// which a server that it leaves behind, such as tmux's, never does.
enum ChildProcess {
  /// Runs a program found on PATH.
  ///
  /// - Parameters:
  ///   - arguments: The program and its arguments.
  ///   - streams: The files for standard input, output and error; the last two are made anew.
  /// - Returns: The exit code; 128 and the signal's number when a signal ended it.
  static func run(
    _ arguments: [String], environment: [String: String],
    streams: (input: String, output: String, complaint: String)
  ) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, streams.input, O_RDONLY, 0)
    for (descriptor, file) in [(Int32(1), streams.output), (2, streams.complaint)] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    // Threads of a pool hold signals back, and a server that inherited that could not be ended.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for case let text? in vector + variables { free(text) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, arguments[0], &actions, &attributes, &vector, &variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

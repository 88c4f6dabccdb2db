import Foundation

/// Runs other programs by argument vector, never through a shell.
enum ProgramRunner {
  /// Runs a program on this terminal and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: The program, found on PATH, and its arguments.
  ///   - remedy: What the person can do where it cannot be started.
  /// - Returns: Its exit status; 128 and the signal's number when a signal ended it.
  /// - Throws: `Failure` when it cannot be started.
  static func run(_ arguments: [String], remedy: String) throws -> Int32 {
    let process = try spawn(arguments, quiet: false, remedy)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Starts a program apart from this terminal and does not wait for it.
  ///
  /// - Parameters:
  ///   - arguments: The program, found on PATH, and its arguments.
  ///   - remedy: What the person can do where it cannot be started.
  /// - Throws: `Failure` when it cannot be started.
  static func start(_ arguments: [String], remedy: String) throws {
    let process = try spawn(arguments, quiet: true, remedy)
    Thread.detachNewThread {
      var status: Int32 = 0
      while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    }
  }

  private static func spawn(_ arguments: [String], quiet: Bool, _ remedy: String) throws -> pid_t {
    guard let program = arguments.first, !program.isEmpty else {
      throw Failure(sentence: "no program was named to run")
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The browser catches these; a program it starts must begin with the usual behaviour.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGPIPE] {
      sigaddset(&defaults, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    var flags = Int32(POSIX_SPAWN_SETSIGDEF)
    if quiet {
      for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
      flags |= newSessionFlag
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var process: pid_t = 0
    var vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for case let argument? in vector { free(argument) } }
    let code = posix_spawnp(&process, program, &actions, &attributes, &vector, environ)
    guard code == 0 else {
      throw Failure(
        sentence:
          "“\(program)” could not be started (\(String(cString: strerror(code)))); \(remedy)")
    }
    return process
  }
}

/// glibc and Darwin agree on the meaning of this flag but not on its value, and Swift sees neither.
#if os(Linux)
  private let newSessionFlag: Int32 = 0x80
#else
  private let newSessionFlag: Int32 = 0x0400
#endif

import ArgumentParser
import Foundation
import ReadingActions
import ReadingModel
import ReadingStore

/// Runs the program on the process's arguments and leaves with its exit code.
///
/// The codes are: 0 done, 1 it could not be done, 2 wrong usage, 3 not found or ambiguous, 4 the
/// library is damaged, locked, full or read-only.
public func runLectern() -> Never {
  let arguments = Array(CommandLine.arguments.dropFirst())
  do {
    // The browser's first frame does not wait for the command tree to be described.
    if let options = OpeningOptions(alone: arguments) {
      try Browse.run(options)
    } else {
      var command = try LecternCommand.parseAsRoot(arguments)
      try command.run()
    }
    exit(0)
  } catch {
    exit(report(error))
  }
}

/// Says on standard error what went wrong and returns the exit code for it.
private func report(_ error: any Error) -> Int32 {
  switch error {
  case let code as ExitCode: return code.rawValue
  case let failure as Failure:
    complain(failure.sentence)
    return failure.code
  case let error as ActionError:
    complain(error.description, error.candidates)
    if case .refused = error { return 1 }
    return 3
  case let error as LibraryError:
    complain(error.description)
    return error.concernsTheFile ? 4 : 1
  default: break
  }
  let status = LecternCommand.exitCode(for: error)
  let message = LecternCommand.fullMessage(for: error)
  guard status != .success else {
    print(message)
    return 0
  }
  // ArgumentParser's own code for wrong usage is 64 (sysexits.h); Lectern's is 2.
  writeError(message)
  return status == .validationFailure ? 2 : 1
}

/// Says on standard error what the person should know though the command did its work.
func warn(_ sentence: String) { complain(sentence) }

private func complain(_ sentence: String, _ candidates: [String] = []) {
  let lines = ["lectern: " + sentence] + candidates.map { "  " + $0 }
  writeError(lines.joined(separator: "\n"))
}

/// Writes lines to standard error, without what a path or an argument could do to the terminal.
func writeError(_ lines: String) {
  FileHandle.standardError.write(Data((SafeText.block(lines, limit: .max) + "\n").utf8))
}

/// Why a command ends without having done what it was asked, with the exit code that says so.
struct Failure: Error, Equatable {
  /// What, where, and what now.
  var sentence: String
  /// 1: it could not be done; 2: wrong usage.
  var code: Int32 = 1
}

extension Failure: CustomStringConvertible {
  /// The sentence by itself, as the browser says it; a command puts its name in front.
  var description: String {
    let start = sentence.prefix(1).uppercased() + sentence.dropFirst()
    return start.hasSuffix(".") ? start : start + "."
  }
}

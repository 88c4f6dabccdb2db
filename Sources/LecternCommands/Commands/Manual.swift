import ArgumentParser
import Foundation

struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Read the manual page; to a pipe, print its source.")
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let page = try ManualPage.mdoc()
    guard isatty(STDOUT_FILENO) == 1 else { return print(page, terminator: "") }
    let file = try TemporaryFile(page, suffix: ".1")
    defer { file.remove() }
    let code = try ProgramRunner.run(
      ["man", file.path], remedy: "`lectern manual >lectern.1` writes the page")
    if code != 0 { throw ExitCode(1) }
  }
}

import ArgumentParser
import Testing

@testable import LecternCommands

/// The options of the browser alone, which are read without the parser of commands.
@Suite("The options that open Lectern")
struct OpeningOptionsTests {
  @Test(
    "are read as the parser of commands reads them",
    arguments: [
      [], ["--library", "a.db"], ["--config", "c.toml", "--library", "a b.db"],
      ["--bare", "--no-color"], ["--no-color", "--library", "x=y", "--bare"],
    ])
  func same(_ arguments: [String]) throws {
    let parsed = try #require(try LecternCommand.parseAsRoot(arguments) as? LecternCommand)
    #expect(try #require(OpeningOptions(alone: arguments)) == parsed.global.opening)
  }

  @Test(
    "are left to the parser of commands where they are anything else",
    arguments: [
      ["lists"], ["--linear"], ["--help"], ["--version"], ["--library"], ["--library", ""],
      ["--library", "--bare"], ["--library", "a", "--library", "b"], ["--bare", "--bare"],
      ["--library=a.db"], ["--libr", "a.db"], ["--bare", "lists"], ["-x"], [""],
    ])
  func others(_ arguments: [String]) {
    #expect(OpeningOptions(alone: arguments) == nil)
  }
}

import Browser
import Foundation
import TestSupport
import Testing

@testable import LecternCommands

@Suite("The manual page")
struct ManualTests {
  @Test("is the one in docs/lectern.1, which `make docs` writes")
  func current() throws {
    let file = #filePath.replacing(
      "Tests/LecternCommandsTests/Manual/ManualTests.swift", with: "docs/lectern.1")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == (try ManualPage.mdoc()))
  }

  @Test("names every command, every option of the configuration and every action")
  func complete() throws {
    let page = try ManualPage.mdoc()
    for name in try CommandDescription.all().commands.map(\.commandName) {
      #expect(page.contains(".Ss \"\\&lectern \(name.replacing("-", with: "\\-"))"), "\(name)")
    }
    for option in ConfigurationOption.all {
      #expect(
        page.contains(".It \"\\&\(option.name.replacing("-", with: "\\-"))\""), "\(option.name)")
    }
    for action in ActionListing.all(in: .standard) {
      #expect(page.contains("  \(action.name.replacing("-", with: "\\-"))\""), "\(action.name)")
    }
  }

  @Test(
    "takes no text for a request",
    arguments: [
      (".Sh no", "\\&.Sh no"), ("'tis", "\\&\\(aqtis"), ("a\\b", "a\\eb"), ("--help", "\\-\\-help"),
      ("“é”\n.x", "\\(lq\\[u00E9]\\(rq\n\\&.x"), ("^P ~ `x`", "\\(haP \\(ti \\(gax\\(ga"),
    ])
  func escapes(text: String, mdoc: String) { #expect(Mdoc.text(text) == mdoc) }

  @Test("An argument of a macro is one word, whatever is in it")
  func argument() {
    #expect(Mdoc.argument("It \"is\" Ar") == "\"\\&It \\(dqis\\(dq Ar\"")
  }

  @Test("is printed to a pipe, and man reads it without a warning", .enabled(if: Groff.isInstalled))
  func warnings() throws {
    let program = try BuiltProgram()
    let page = try program.run("manual")
    #expect(page.code == 0 && page.output.hasPrefix(".Dd ") && page.complaint.isEmpty)
    let (text, complaint) = try Groff.read(page.output)
    #expect(complaint.isEmpty, "\(complaint)")
    #expect(text.contains("lectern mark") && text.contains("--notes-only") && text.contains("^P"))
  }
}

/// The formatter of man, where there is one with the macros of manual pages.
private enum Groff {
  static let isInstalled =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/groff")
    && FileManager.default.fileExists(atPath: "/usr/share/groff")

  /// A page as text, and what the formatter complains about.
  static func read(_ page: String) throws -> (text: String, complaint: String) {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("lectern-\(UUID().uuidString).1")
    try page.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
    process.arguments = ["-mandoc", "-Tutf8", "-ww", "-P-cbou", file.path]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // The page is larger than a pipe holds, and complaints there should be none.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: text, as: UTF8.self), String(decoding: complaint, as: UTF8.self))
  }
}

import Foundation
import TestSupport
import Testing

@testable import LecternCommands

@Suite("The command catch-up")
struct CatchUpCommandTests {
  @Test("Says what it would skip, skips it as one step, and undo takes it back")
  func round() throws {
    let program = try BuiltProgram()
    let dry = try program.run("catch-up", "--before", "2025-03-10", "--dry-run")
    #expect(dry.code == 0)
    let count = dry.output.split(separator: "\n").count
    #expect(count > 5)
    #expect(dry.output.split(separator: "\n").allSatisfy { $0.contains("\t") })
    let json = try program.run("catch-up", "--before", "2025-03-10", "--dry-run", "--json").output
    #expect(json.hasPrefix("{\"before\":\"2025-03-10\",\"lists\":1,\"skipped\":0,\"papers\":[{"))
    let unread = try program.run("search", "status:skipped").output
    #expect(unread.isEmpty)
    let done = try program.run("catch-up", "--before", "2025-03-10")
    #expect(
      done.output == "Marked \(count) papers of 1 weekly list before 2025-03-10 as skipped\n")
    #expect(
      try program.run("search", "status:skipped").output.split(separator: "\n").count == count)
    let again = try program.run("catch-up", "--before", "2025-03-10", "--json").output
    #expect(again == "{\"before\":\"2025-03-10\",\"lists\":1,\"skipped\":0,\"papers\":[]}\n")
    _ = try program.run("undo")
    #expect(try program.run("search", "status:skipped").output.isEmpty)
  }

  @Test("Refuses what is no day", arguments: ["soon", "2025-02-30", "2025-2-3"])
  func refusal(_ day: String) throws {
    let result = try BuiltProgram().run("catch-up", "--before", day)
    #expect(result.code == 2)
    #expect(result.complaint.contains("--before is a day such as 2025-11-01"))
  }

  @Test("The beginning of a day is the same moment as its text in local time")
  func startOfDay() {
    let moment = LocalTime.utc(startOf: "2026-03-01")
    #expect(LocalTime.text(of: moment) == "2026-03-01 00:00")
    #expect(moment.hasSuffix(".000Z"))
    #expect(LocalTime.writtenToday().utf8.count == 10)
    #expect(LocalTime.utc(startOf: "x") == "x")
  }
}

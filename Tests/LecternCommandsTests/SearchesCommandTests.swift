import TestSupport
import Testing

@Suite("The command searches")
struct SearchesCommandTests {
  @Test("Keeps, lists, renames and removes searches, and undo takes each back")
  func round() throws {
    let program = try BuiltProgram()
    #expect(try program.run("searches").output.isEmpty)
    #expect(
      try program.run("searches", "save", "Encoders", "title:bert", "-status:read").output
        == "Kept the search as “Encoders”\n")
    #expect(try program.run("searches").output == "Encoders\t1\ttitle:bert -status:read\n")
    #expect(
      try program.run("searches", "--json").output
        == "[{\"name\":\"Encoders\",\"query\":\"title:bert -status:read\",\"papers\":1}]\n")
    #expect(
      try program.run("searches", "rename", "encoders", "Half").output
        == "Renamed the search “Encoders” to “Half”\n")
    #expect(try program.run("searches", "remove", "half").code == 0)
    #expect(try program.run("searches").output.isEmpty)
    _ = try program.run("undo", "2")
    #expect(try program.run("searches").output.hasPrefix("Encoders\t"))
  }

  @Test("Says what is wrong with a query or a name")
  func wrong() throws {
    let program = try BuiltProgram()
    let query = try program.run("searches", "save", "x", "year:x")
    #expect(query.code == 2 && query.complaint.contains("^"))
    #expect(try program.run("searches", "remove", "x").code == 3)
    #expect(try program.run("searches", "save", " ", "bert").code == 1)
  }
}

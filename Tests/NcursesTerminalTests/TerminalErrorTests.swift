import NcursesTerminal
import Testing

@Suite("Errors of the terminal")
struct TerminalErrorTests {
  @Test("Each says what is wrong and what to do")
  func sentences() {
    #expect(TerminalError.notATerminal.description.contains("use the commands"))
    #expect(TerminalError.unknownTerminal("foo").description.contains("“foo” is unknown"))
    #expect(TerminalError.dumbTerminal("dumb").description.contains("“dumb” cannot move"))
    #expect(TerminalError.unknownTerminal("").description.contains("TERM is not set"))
  }
}

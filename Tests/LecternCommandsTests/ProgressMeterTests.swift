import Testing

@testable import LecternCommands

@Suite("The line of long work")
struct ProgressMeterTests {
  @Test("It has a bar where the share is known, and the pace after a second")
  func line() {
    #expect(
      ProgressMeter.line("Importing", entries: 256, share: nil, after: .milliseconds(90))
        == "Importing: 256 entries")
    #expect(
      ProgressMeter.line("Importing", entries: 52_000, share: 0.525, after: .seconds(4))
        == "Importing [##############--------------] 52 %, 52000 entries, 13000 a second")
    #expect(
      ProgressMeter.line("Importing", entries: 900, share: 1, after: .milliseconds(500))
        == "Importing [############################] 100 %, 900 entries; now the search")
    #expect(
      ProgressMeter.line("Importing", entries: 9_999_999, share: 0.999, after: .seconds(100))
        .count < 80)
  }
}

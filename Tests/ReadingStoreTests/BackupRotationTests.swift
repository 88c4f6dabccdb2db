import Testing

@testable import ReadingStore

@Suite("The rotation of backups")
struct BackupRotationTests {
  private func backup(_ made: String, _ reason: Backup.Reason = .daily) -> Backup {
    Backup(path: "b/library-\(made)-\(reason.rawValue).db", made: made, reason: reason, size: 1)
  }

  private func day(_ number: Int) -> String {
    // Days of 2026 from 1 January on.
    let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (month, day) = (0, number)
    while day >= months[month % 12] {
      day -= months[month % 12]
      month += 1
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(2026 + month / 12)-\(two(month % 12 + 1))-\(two(day + 1))T08:00:00Z"
  }

  @Test("Of two years with a backup a day, 7 days, 4 weeks and 12 months are left")
  func twoYears() {
    let all = (0..<730).map { backup(day($0)) }
    let gone = Set(BackupRotation.superfluous(all, at: day(729)).map(\.made))
    let kept = all.map(\.made).filter { !gone.contains($0) }.map { String($0.prefix(10)) }
    #expect(
      kept == [
        "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30",
        "2027-07-31", "2027-08-31", "2027-09-30", "2027-10-31", "2027-11-30",
        "2027-12-12", "2027-12-19", "2027-12-25", "2027-12-26", "2027-12-27", "2027-12-28",
        "2027-12-29", "2027-12-30", "2027-12-31",
      ])
  }

  @Test("Rotating every day leaves the same as rotating once, and never more than 23")
  func dayByDay() {
    var present: [Backup] = []
    for number in 0..<730 {
      present.append(backup(day(number)))
      let gone = BackupRotation.superfluous(present, at: day(number))
      present.removeAll { gone.contains($0) }
      #expect(present.count <= 23)
      #expect(present.last?.made == day(number))
    }
    #expect(present.first?.made == day(365 + 30))
  }

  @Test("Backups of a day: the newest stays, and five that were not made for the day")
  func oneDay() {
    let hours = (10..<20).map { "2026-03-01T\($0):00:00Z" }
    let asked = hours.map { backup($0, .asked) }
    let gone = BackupRotation.superfluous(asked + [backup("2026-03-01T09:00:00Z")], at: hours[9])
    #expect(gone.map(\.made).sorted() == ["2026-03-01T09:00:00Z"] + hours[..<5])
  }

  @Test("What was set aside stays, however much there is")
  func setAside() {
    let all = (0..<60).map { backup(day($0), .setAside) }
    #expect(BackupRotation.superfluous(all, at: day(59)).isEmpty)
  }

  @Test("When the clock goes back, new backups are kept beside those of the days to come")
  func clockBack() {
    let future = (100..<120).map { backup(day($0)) }
    var present = future
    for number in 0..<20 {
      present.append(backup(day(number)))
      let gone = BackupRotation.superfluous(present, at: day(number))
      present.removeAll { gone.contains($0) }
      #expect(present.contains { $0.made == day(number) })
    }
    #expect(present.count { $0.made < day(50) } >= 7)
    #expect(present.count { $0.made > day(50) } >= 7)
    #expect(present.count <= 46)
  }

  @Test(
    "Weeks begin on Monday and go on over the end of a year",
    arguments: [
      ("2026-03-01", "2026-03-02", false), ("2026-03-02", "2026-03-08", true),
      ("2025-12-29", "2026-01-04", true), ("2026-01-04", "2026-01-05", false),
      ("1969-12-29", "1970-01-04", true), ("1969-12-28", "1969-12-29", false),
      ("2024-02-26", "2024-03-03", true),
    ])
  func weeks(first: String, second: String, isSame: Bool) {
    #expect((BackupRotation.week(of: first) == BackupRotation.week(of: second)) == isSame)
  }

  @Test("A name says all there is to say, and is read again")
  func names() throws {
    for reason in Backup.Reason.allCases {
      for number in [1, 2, 17] {
        var name = BackupName(
          ofLibraryAt: "/a/my library.db", made: "2026-03-01T10:20:30.456Z", reason: reason)
        name.number = number
        #expect(BackupName(name.text, ofLibraryAt: "my library.db") == name)
        #expect(name.made == "2026-03-01T10:20:30Z")
      }
    }
    #expect(
      BackupName(ofLibraryAt: "library.db", made: "2026-03-01T10:20:30.456Z", reason: .daily).text
        == "library-2026-03-01T102030Z-daily.db")
  }

  @Test(
    "Other files are no backups",
    arguments: [
      "library.db", "library-2026-03-01T102030Z-daily.txt", "library-2026-03-01T102030Z.db",
      "other-2026-03-01T102030Z-daily.db", "library-2026-03-01T102030Z-weekly.db",
      "library-2026-03-01T1020é0Z-daily.db", "library-2026-03-01T102030Z-daily-x.db",
      "library-2026-03-01T102030Z-daily.db-wal", "",
    ])
  func strangers(name: String) {
    #expect(BackupName(name, ofLibraryAt: "/x/library.db") == nil)
  }
}

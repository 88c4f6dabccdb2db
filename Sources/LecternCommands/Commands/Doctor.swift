import ArgumentParser
import Interchange
import ReadingStore

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look for damage in the library, and mend what is safe.",
    discussion: """
      Exit code 0: all is sound; 1: something should be looked at; 4: the file is damaged. --fix \
      makes a backup, says what it will do, and does only what loses nothing. To a pipe: state, \
      name, what was found; its places follow with an empty state.
      """)
  @OptionGroup var global: GlobalOptions
  @Flag(help: "Mend what can be mended without a loss.") var fix = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard !fix || !json else {
      throw ValidationError("--fix prints sentences, so it takes no --json")
    }
  }

  func run() throws {
    let settings = try Settings(global.opening)
    var checks = try examine(settings)
    if fix {
      try mend(checks, settings)
      checks = try examine(settings)
    }
    show(checks, settings.places.library)
    switch checks.map(\.state).max() {
    case .damaged?: throw ExitCode(4)
    case .finding?: throw ExitCode(1)
    case .sound?, nil: break
    }
  }

  /// Looks at the library; one that cannot be opened is a finding of its own.
  private func examine(_ settings: Settings) throws -> [HealthCheck] {
    do {
      let library = try Workspace(global.opening, settings).library
      defer { try? library.close() }
      let drafts = Self.drafts(settings)
      return try library.examine(drafts: drafts.path) + [Self.waiting(drafts.drafts())]
    } catch let error as LibraryError {
      guard error.concernsTheFile else { throw error }
      switch error {
      case .busy, .cannotOpen, .newerThanProgram: throw error
      default: break
      }
      let backups = Library.backups(ofLibraryAt: settings.places.library)
      return [
        HealthCheck(
          "file", .damaged, "\(error)",
          details: backups.first.map { ["the newest backup: lectern restore \($0.name)"] } ?? [])
      ]
    }
  }

  private static func drafts(_ settings: Settings) -> DraftFolder {
    DraftFolder(drafts: settings.places.drafts, library: settings.places.library)
  }

  private static func waiting(_ drafts: [DraftFolder.Draft]) -> HealthCheck {
    guard !drafts.isEmpty else { return HealthCheck("drafts", "No note waits to be saved.") }
    return HealthCheck(
      "drafts", .finding, "Notes were typed and not saved; the browser offers them when it starts.",
      details: drafts.map { "\($0.written)  \($0.paper)" })
  }

  private static func repairs(for checks: [HealthCheck]) -> [Repair] {
    Repair.allCases.filter { repair in checks.contains { $0.repair == repair } }
  }

  private func mend(_ checks: [HealthCheck], _ settings: Settings) throws {
    guard checks.allSatisfy({ $0.state != .damaged }) else { return }
    let repairs = Self.repairs(for: checks)
    guard !repairs.isEmpty else { return print("There is nothing that can be mended safely.") }
    for repair in repairs { print(repair.intention) }
    let library = try Workspace(global.opening, settings).library
    defer { try? library.close() }
    let now = Clock.now()
    if let warning = library.warningAfterBackUp(reason: .repair, at: now) { warn(warning) }
    let drafts = Self.drafts(settings).path
    for repair in repairs { try library.mend(repair, drafts: drafts, at: now) }
    print("Done.")
  }

  private func show(_ checks: [HealthCheck], _ path: String) {
    guard !json else {
      let values = checks.map { check in
        JSON.object([
          .init("name", .string(check.name)), .init("state", .string(check.state.rawValue)),
          .init("message", .string(check.message)),
          .init("details", .array(check.details.map { .string($0) })),
          .init("repair", check.repair.map { .string($0.rawValue) } ?? .null),
        ])
      }
      let worst = checks.map(\.state).max() ?? .sound
      return print(
        JSON.object([
          .init("library", .string(path)), .init("state", .string(worst.rawValue)),
          .init("checks", .array(values)),
        ]).printed)
    }
    let console = Console(global.opening)
    for check in checks {
      guard console.isTerminal else {
        console.record([check.state.rawValue, check.name, check.message])
        for detail in check.details { console.record(["", check.name, detail]) }
        continue
      }
      console.line("\(check.state == .sound ? " " : "!") \(check.name)")
      console.paragraph(check.message, indent: 4)
      for detail in check.details { console.paragraph(detail, indent: 6) }
    }
    let repairs = Self.repairs(for: checks)
    if !repairs.isEmpty {
      let intentions = repairs.map(\.intention).joined(separator: " ")
      warn("`lectern doctor --fix` mends what can be mended without a loss: \(intentions)")
    }
  }
}

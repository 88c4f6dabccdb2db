import Testing

@testable import LecternCommands

@Suite("The places of Lectern's files")
struct ConfigurationPlacesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var environment: [String: String]
    var library: String
    var configuration: String
    var state: String
  }

  static let cases = [
    Case(
      testDescription: "home alone", environment: ["HOME": "/home/ada"],
      library: "/home/ada/.local/share/lectern/library.db",
      configuration: "/home/ada/.config/lectern/config.toml",
      state: "/home/ada/.local/state/lectern"),
    Case(
      testDescription: "the three XDG variables, and no home",
      environment: ["XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c/", "XDG_STATE_HOME": "/s//"],
      library: "/d/lectern/library.db", configuration: "/c/lectern/config.toml",
      state: "/s/lectern"),
    Case(
      testDescription: "relative and empty variables count as not set",
      environment: [
        "HOME": "/home/ada", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "",
        "XDG_STATE_HOME": "~/state",
      ],
      library: "/home/ada/.local/share/lectern/library.db",
      configuration: "/home/ada/.config/lectern/config.toml",
      state: "/home/ada/.local/state/lectern"),
    Case(
      testDescription: "LECTERN_LIBRARY moves the library alone",
      environment: ["HOME": "/home/ada", "LECTERN_LIBRARY": "mine.db"],
      library: "mine.db", configuration: "/home/ada/.config/lectern/config.toml",
      state: "/home/ada/.local/state/lectern"),
    Case(
      testDescription: "an empty LECTERN_LIBRARY says nothing",
      environment: ["HOME": "/home/ada", "LECTERN_LIBRARY": ""],
      library: "/home/ada/.local/share/lectern/library.db",
      configuration: "/home/ada/.config/lectern/config.toml",
      state: "/home/ada/.local/state/lectern"),
    Case(
      testDescription: "a home at the root",
      environment: ["HOME": "/"],
      library: "/.local/share/lectern/library.db", configuration: "/.config/lectern/config.toml",
      state: "/.local/state/lectern"),
    Case(
      testDescription: "without HOME the user database counts",
      environment: ["HOME": "relative"],
      library: "/account/.local/share/lectern/library.db",
      configuration: "/account/.config/lectern/config.toml",
      state: "/account/.local/state/lectern"),
  ]

  @Test("follow the environment", arguments: cases)
  func environment(_ example: Case) throws {
    let places = try Places(environment: example.environment, accountHome: { "/account" })
    #expect(places.library == example.library)
    #expect(places.configuration == example.configuration)
    #expect(places.state == example.state)
    #expect(places.isConfigurationNamed == false)
  }

  @Test("are what the command line says, above the environment")
  func commandLine() throws {
    let places = try Places(
      environment: ["HOME": "/home/ada", "LECTERN_LIBRARY": "/elsewhere.db"],
      library: "/given.db", configuration: "given.toml", accountHome: { nil })
    #expect(places.library == "/given.db")
    #expect(places.configuration == "given.toml")
    #expect(places.isConfigurationNamed)
  }

  @Test("keep drafts, log and prompt history in the state folder")
  func stateFiles() throws {
    let places = try Places(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"])
    #expect(places.drafts == "/s/lectern/drafts")
    #expect(places.log == "/s/lectern/lectern.log")
  }

  @Test("cannot be found without any home, and the error names what to set")
  func noHome() {
    #expect(throws: PlacesError.noHome(variable: "XDG_STATE_HOME")) {
      try Places(
        environment: ["XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c"], accountHome: { nil })
    }
    #expect(PlacesError.noHome(variable: "XDG_STATE_HOME").description.contains("XDG_STATE_HOME"))
  }

  @Test("include the user database's home for whoever runs this")
  func account() throws {
    let home = try #require(accountHomeFolder())
    #expect(home.hasPrefix("/"))
  }
}

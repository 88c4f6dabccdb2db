/// Where Lectern's files are: the XDG base directories, and what a person says instead.
///
/// The rules are those of the XDG Base Directory Specification 0.8: a variable that is unset, empty
/// or not an absolute path counts as not set. Nothing here touches the file system.
struct Places: Equatable, Sendable {
  /// The library's database file.
  let library: String
  /// The configuration file.
  let configuration: String
  /// True when a person named the configuration file, so that it has to be there.
  let isConfigurationNamed: Bool
  /// The folder for what the program remembers between two starts.
  let state: String

  /// The home folder, that `~` stands for; nil when the environment names none.
  let home: String?

  /// The folder of notes that are being written.
  var drafts: String { state + "/drafts" }
  /// What was entered in the command line.
  var history: String { state + "/history" }
  /// What was imported in the browser.
  var importHistory: String { state + "/import-history" }
  /// The log file.
  var log: String { state + "/lectern.log" }

  /// Finds the places.
  ///
  /// - Parameters:
  ///   - environment: the process's environment variables.
  ///   - library: the path given with `--library`; it stands above `LECTERN_LIBRARY`.
  ///   - configuration: the path given with `--config`.
  ///   - accountHome: the home folder in the user database, asked only when `HOME` does not help.
  /// - Throws: `PlacesError.noHome` when a place is needed that only the home folder can give.
  init(
    environment: [String: String],
    library: String? = nil,
    configuration: String? = nil,
    accountHome: () -> String? = accountHomeFolder
  ) throws(PlacesError) {
    func base(_ variable: String, _ folder: String) throws(PlacesError) -> String {
      if let path = Self.absolute(environment[variable]) { return path + "/lectern" }
      guard let home = Self.absolute(environment["HOME"]) ?? Self.absolute(accountHome()) else {
        throw .noHome(variable: variable)
      }
      return home + "/" + folder + "/lectern"
    }

    if let path = library ?? Self.given(environment["LECTERN_LIBRARY"]) {
      self.library = path
    } else {
      self.library = try base("XDG_DATA_HOME", ".local/share") + "/library.db"
    }
    if let configuration {
      self.configuration = configuration
    } else {
      self.configuration = try base("XDG_CONFIG_HOME", ".config") + "/config.toml"
    }
    isConfigurationNamed = configuration != nil
    state = try base("XDG_STATE_HOME", ".local/state")
    home = Self.absolute(environment["HOME"])
  }

  private static func given(_ value: String?) -> String? {
    value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The path without slashes at its end, so that `/` becomes empty and joins cleanly.
  private static func absolute(_ value: String?) -> String? {
    guard let value, value.utf8.first == UInt8(ascii: "/") else { return nil }
    guard let last = value.lastIndex(where: { $0 != "/" }) else { return "" }
    return String(value[...last])
  }
}

/// Why a file has no place.
enum PlacesError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Neither the variable nor `HOME` nor the user database gives a folder.
  case noHome(variable: String)

  /// What is missing and what to set.
  var description: String {
    switch self {
    case .noHome(let variable):
      "There is no home folder for Lectern's files: set HOME or \(variable) to an absolute path."
    }
  }
}

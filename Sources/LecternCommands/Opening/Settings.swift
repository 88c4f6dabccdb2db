import Foundation

/// The places of the program's files and what the configuration says, for one run.
struct Settings {
  let places: Places
  let configuration: Configuration
  let problems: [ConfigurationProblem]
  /// The options that the file gives.
  let given: Set<String>
  /// True when NO_COLOR or the command line wants no colours.
  let isPlain: Bool
  /// What `ESCDELAY` says, in milliseconds; it stands above the option.
  let escapeDelay: Int?

  /// Reads the configuration that the options or the environment name.
  init(_ options: OpeningOptions) throws {
    places = try Places(options)
    (configuration, problems, given) = Configuration.load(
      places.configuration, isNamed: places.isConfigurationNamed)
    let environment = Places.environment()
    isPlain = options.noColor || environment["NO_COLOR"]?.isEmpty == false
    escapeDelay = environment["ESCDELAY"].flatMap { Int($0) }
  }

  /// Nobody's settings: the defaults, with all files in one folder.
  init(folder: String) throws(PlacesError) {
    places = try Places(environment: ["HOME": folder], library: folder + "/library.db")
    (configuration, problems, given) = (Configuration(), [], [])
    isPlain = true
    escapeDelay = nil
  }
}

extension Places {
  /// The variables that say something here; asking for all of them would cost the first frame more.
  static func environment() -> [String: String] {
    let names = [
      "LECTERN_LIBRARY", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME", "NO_COLOR",
      "ESCDELAY",
    ]
    return names.reduce(into: [:]) { variables, name in
      variables[name] = getenv(name).map { String(cString: $0) }
    }
  }

  /// Finds the places from the options and the environment.
  init(_ options: OpeningOptions) throws {
    do {
      try self.init(
        environment: Self.environment(), library: options.library,
        configuration: options.configuration)
    } catch {
      throw Failure(sentence: error.description)
    }
  }
}

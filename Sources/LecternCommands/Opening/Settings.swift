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
    let environment = ProcessInfo.processInfo.environment
    isPlain = options.noColor || environment["NO_COLOR"]?.isEmpty == false
    escapeDelay = environment["ESCDELAY"].flatMap { Int($0) }
  }
}

extension Places {
  /// Finds the places from the options and the environment.
  init(_ options: OpeningOptions) throws {
    do {
      try self.init(
        environment: ProcessInfo.processInfo.environment, library: options.library,
        configuration: options.configuration)
    } catch {
      throw Failure(sentence: error.description)
    }
  }
}

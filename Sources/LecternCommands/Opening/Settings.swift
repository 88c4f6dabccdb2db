import Foundation

/// The places of the program's files and what the configuration says, for one run.
struct Settings {
  let places: Places
  let configuration: Configuration
  let problems: [ConfigurationProblem]

  /// Reads the configuration that the options or the environment name.
  init(_ options: OpeningOptions) throws {
    places = try Places(options)
    (configuration, problems) = Configuration.load(
      places.configuration, isNamed: places.isConfigurationNamed)
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

import Foundation

/// The places of the program's files and what the configuration says, for one run.
struct Settings {
  let places: Places
  let configuration: Configuration
  let problems: [ConfigurationProblem]

  /// Reads the configuration that the options or the environment name.
  init(_ global: GlobalOptions) throws {
    places = try Places(global)
    (configuration, problems) = Configuration.load(
      places.configuration, isNamed: places.isConfigurationNamed)
  }
}

extension Places {
  /// Finds the places from the options and the environment.
  init(_ global: GlobalOptions) throws {
    do {
      try self.init(
        environment: ProcessInfo.processInfo.environment, library: global.library,
        configuration: global.config)
    } catch {
      throw Failure(sentence: error.description)
    }
  }
}

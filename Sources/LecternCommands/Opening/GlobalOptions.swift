import ArgumentParser

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The library to open (or LECTERN_LIBRARY).", valueName: "path"),
    completion: .file())
  var library: String?

  @Option(help: ArgumentHelp("The configuration to read.", valueName: "path"), completion: .file())
  var config: String?

  @Flag(help: "Start a new library without the built-in lists.")
  var bare = false

  @Flag(help: "Write without colour (or NO_COLOR).")
  var noColor = false

  /// The options as values.
  var opening: OpeningOptions {
    OpeningOptions(library: library, configuration: config, isBare: bare, noColor: noColor)
  }
}

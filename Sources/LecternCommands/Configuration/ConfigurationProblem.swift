/// Something in a configuration file that has no effect, and what happens instead.
struct ConfigurationProblem: Equatable, Sendable, CustomStringConvertible {
  /// The file's name, without its folder.
  var file: String
  /// The line, counted from 1; nil when the problem is the file as a whole.
  var line: Int?
  /// What is wrong and what stays, without the place.
  var message: String

  /// One line in the form that compilers use: `config.toml:4: …`.
  var description: String {
    guard let line else { return "\(file): \(message)" }
    return "\(file):\(line): \(message)"
  }
}

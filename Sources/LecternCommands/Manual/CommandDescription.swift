import ArgumentParser
import Foundation

/// What the command line says of a command, as ArgumentParser describes its own.
struct CommandDescription: Decodable {
  /// The name without those of the commands above it.
  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandDescription]?
  let arguments: [Argument]?
  let shouldDisplay: Bool?

  /// An option, a flag, or something that stands by itself.
  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      enum Kind: String, Decodable { case long, short, longWithSingleDash }
      let kind: Kind
      let name: String

      /// With its hyphens.
      var text: String { (kind == .long ? "--" : "-") + name }
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  /// The whole tree of commands.
  static func all() throws -> CommandDescription {
    struct Tool: Decodable { let command: CommandDescription }
    let text = LecternCommand._dumpHelp()
    return try JSONDecoder().decode(Tool.self, from: Data(text.utf8)).command
  }

  /// The commands below it that a person may use, without the one that prints help.
  var commands: [CommandDescription] {
    (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
  }

  /// What it takes besides what every command takes.
  var ownArguments: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay && !argument.allNames.contains(where: Self.global.contains)
    }
  }

  /// The options of every command.
  static let global: Set<String> = [
    "--library", "--config", "--bare", "--no-color", "--version", "--help",
  ]
}

extension CommandDescription.Argument {
  /// All its names, with their hyphens.
  var allNames: [String] { (names ?? []).map(\.text) }
}

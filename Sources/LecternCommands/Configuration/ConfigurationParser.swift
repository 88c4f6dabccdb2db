import TOMLKit

extension Configuration {
  /// Reads the text of a configuration file.
  ///
  /// - Parameters:
  ///   - text: a TOML 1.0 document.
  ///   - file: the name that problems carry.
  /// - Returns: the options, and the problems in the order of their lines. A text that is no TOML
  ///   gives the defaults and one problem; any other problem costs only its own option.
  static func parse(
    _ text: String, file: String
  ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
    let parser = Configuration().parsing(text, file: file)
    return (parser.configuration, parser.problems)
  }

  /// Reads a text on top of the options as they are.
  func parsing(_ text: String, file: String) -> ConfigurationParser {
    var parser = ConfigurationParser(file: file, lines: KeyLines(text), configuration: self)
    // The TOML library reads a C string: what follows a NUL would be left out without a word.
    if text.utf8.contains(0) {
      let line = text.utf8.prefix { $0 != 0 }.count { $0 == UInt8(ascii: "\n") } + 1
      parser.report(line: line, "not TOML: a NUL character; every option keeps its default")
      return parser
    }
    if let fault = BracketFault.first(in: text) {
      parser.report(
        line: fault.line, "not TOML: \(fault.reason); every option keeps its default")
      return parser
    }
    do {
      parser.read(try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      let reason = ConfigurationParser.printable(error.description)
      parser.report(
        line: error.source.begin.line, "not TOML: \(reason); every option keeps its default")
    } catch {
      parser.report(line: nil, "not TOML; every option keeps its default")
    }
    // Swift's sort is stable, so problems of one line stay in the order they were found.
    parser.problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    return parser
  }
}

/// Takes the options out of a parsed document, one by one.
struct ConfigurationParser {
  let file: String
  let lines: KeyLines
  var configuration: Configuration
  var problems: [ConfigurationProblem] = []
  /// The options that the text names.
  var given: Set<String> = []

  init(file: String, lines: KeyLines, configuration: Configuration) {
    self.file = file
    self.lines = lines
    self.configuration = configuration
  }

  mutating func read(_ document: TOMLTable) {
    // Not `for (key, value) in document`: that traps on a key with an escaped NUL in it.
    // Themes come first, so that the option can name one wherever it stands.
    for key in document.keys.sorted(by: { a, _ in a == "themes" }) {
      guard let value = document[key] else { continue }
      given.insert(key)
      read(key, value)
    }
    configuration.keys.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    configuration.macros.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func read(_ key: String, _ value: any TOMLValueConvertible) {
    let line = lines.line(of: key)
    switch key {
    case "ascii":
      guard let flag = value.bool else {
        return reject(key, line, value, wants: "true or false", stays: "what the locale says")
      }
      configuration.ascii = flag
    case "theme":
      guard let name = value.string, configuration.theme(named: name) != nil else {
        let names = configuration.themeNames.map { "\"\($0)\"" }.joined(separator: ", ")
        return reject(
          key, line, value, wants: "one of \(names)", stays: "\"\(configuration.theme)\"")
      }
      configuration.theme = name
    case "themes":
      guard let table = value.table else {
        return reject(
          key, line, value, wants: "tables: [themes.NAME]", stays: "the themes there are")
      }
      readThemes(table)
    case "linear": readFlag(key, line, value, \.linear)
    case "mouse": readFlag(key, line, value, \.mouse)
    case "title": readFlag(key, line, value, \.title)
    case "hyperlinks": readFlag(key, line, value, \.hyperlinks)
    case "ambiguous-width":
      guard let width = value.string.flatMap(Configuration.Ambiguous.init(rawValue:)) else {
        return reject(
          key, line, value, wants: "\"narrow\", \"wide\" or \"probe\"",
          stays: "\"\(configuration.ambiguousWidth.rawValue)\"")
      }
      configuration.ambiguousWidth = width
    case "columns": readColumns(line, value)
    case "escape-delay":
      guard let delay = value.int, Self.escapeDelays.contains(delay) else {
        let range = "\(Self.escapeDelays.lowerBound) to \(Self.escapeDelays.upperBound)"
        return reject(
          key, line, value, wants: "milliseconds from \(range)",
          stays: "\(configuration.escapeDelay)")
      }
      configuration.escapeDelay = delay
    case "history-steps":
      configuration.historySteps = count(key, line, value, stays: configuration.historySteps)
    case "history-megabytes":
      configuration.historyMegabytes = count(
        key, line, value, stays: configuration.historyMegabytes)
    case "editor":
      if let words = command(key, line, value, stays: "VISUAL or EDITOR") {
        configuration.editor = words
      }
    case "opener":
      if let words = command(key, line, value, stays: "the desktop's own opener") {
        configuration.opener = words
      }
    case "link-schemes":
      guard let schemes = Self.strings(value), schemes.allSatisfy(Self.isScheme) else {
        return reject(
          key, line, value, wants: "a list of schemes such as [\"http\", \"https\"]",
          stays: configuration.linkSchemes.joined(separator: " and "))
      }
      configuration.linkSchemes = schemes.map { $0.lowercased() }
    case "weeks":
      guard let table = value.table else {
        return reject(key, line, value, wants: "a table: [weeks]", stays: "no budget")
      }
      readWeeks(table)
    case "note-templates":
      guard let table = value.table else {
        return reject(
          key, line, value, wants: "a table: [note-templates]", stays: "the templates there are")
      }
      readNoteTemplates(table)
    case "keys":
      guard let table = value.table else {
        return reject(
          key, line, value, wants: "a table: [keys]", stays: "every key where it is")
      }
      readKeys(table)
    case "macros":
      guard let table = value.table else {
        return reject(key, line, value, wants: "a table: [macros]", stays: "no macros")
      }
      readMacros(table)
    default:
      report(line: line, "there is no option \(Self.quoted(key)); it has no effect")
    }
  }

  private mutating func readFlag(
    _ key: String, _ line: Int?, _ value: any TOMLValueConvertible,
    _ option: WritableKeyPath<Configuration, Bool>
  ) {
    guard let flag = value.bool else {
      return reject(
        key, line, value, wants: "true or false", stays: "\(configuration[keyPath: option])")
    }
    configuration[keyPath: option] = flag
  }

  private mutating func readWeeks(_ table: TOMLTable) {
    for key in table.keys {
      guard let value = table[key] else { continue }
      let line = lines.line(of: key, in: "weeks")
      guard key == "budget" else {
        report(
          line: line, "there is no option \(Self.quoted(key)) in [weeks]; it has no effect")
        continue
      }
      guard let budget = value.int, Self.weeklyBudgets.contains(budget) else {
        let range = "\(Self.weeklyBudgets.lowerBound) to \(Self.weeklyBudgets.upperBound)"
        reject(key, line, value, wants: "a number of papers from \(range)", stays: "no budget")
        continue
      }
      configuration.weeklyBudget = budget
    }
  }

  /// A whole number from 1 on, small enough to be multiplied.
  private mutating func count(
    _ key: String, _ line: Int?, _ value: any TOMLValueConvertible, stays present: Int
  ) -> Int {
    guard let number = value.int, (1...1_000_000_000).contains(number) else {
      reject(key, line, value, wants: "a number from 1 on", stays: "\(present)")
      return present
    }
    return number
  }

  /// A program with its arguments, as an array or as one string of shell words.
  private mutating func command(
    _ key: String, _ line: Int?, _ value: any TOMLValueConvertible, stays: String
  ) -> [String]? {
    let words = value.string.map(shellWords) ?? Self.strings(value)
    guard let words, words.first?.isEmpty == false else {
      reject(
        key, line, value, wants: "a command with its quotes closed, or a list of its words",
        stays: stays)
      return nil
    }
    return words
  }

  mutating func reject(
    _ key: String, _ line: Int?, _ value: any TOMLValueConvertible, wants: String, stays: String
  ) {
    report(
      line: line,
      "\(Self.quoted(key)) wants \(wants), not \(Self.shown(value)); the default stays: \(stays)")
  }

  mutating func report(line: Int?, _ message: String) {
    problems.append(ConfigurationProblem(file: file, line: line, message: message))
  }

  /// Longer than two seconds would look like a program that hangs.
  private static let escapeDelays = 0...2000
  /// More papers than can be read in a week would be a slip of the finger.
  private static let weeklyBudgets = 1...999

  static func strings(_ value: any TOMLValueConvertible) -> [String]? {
    guard let array = value.array else { return nil }
    var strings: [String] = []
    for element in array {
      guard let string = element.string else { return nil }
      strings.append(string)
    }
    return strings
  }

  /// A scheme's form by RFC 3986, section 3.1.
  private static func isScheme(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// A value as a message names it: short ones as they are, the rest by what they are.
  private static func shown(_ value: any TOMLValueConvertible) -> String {
    switch value.type {
    case .table: "a table"
    case .array: "this list"
    case .string: value.string.map(quoted) ?? "a string"
    case .int: value.int.map(String.init) ?? "a number"
    case .double: "a decimal number"
    case .bool: value.bool.map(String.init) ?? "true or false"
    case .date, .time, .dateTime: "a date"
    }
  }

  static func quoted(_ text: String) -> String {
    let limit = 40
    return "\"" + printable(text.count > limit ? text.prefix(limit) + "…" : text) + "\""
  }

  /// The text with every control character spelled out, fit for a terminal.
  static func printable(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        result += scalar.escaped(asASCII: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

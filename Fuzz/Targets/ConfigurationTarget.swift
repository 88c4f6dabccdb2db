import Terminal

@testable import Browser
@testable import LecternCommands

extension FuzzTarget {
  /// The configuration file, single options and keeping them, and the command line of the browser.
  static let configuration = FuzzTarget(name: "configuration") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let (configuration, problems) = Configuration.parse(text, file: "config.toml")
    for problem in problems { expectClean(problem.description, isLine: true) }
    _ = configuration.terminalSettings()
    for option in ConfigurationOption.all { _ = option.value(configuration) }
    _ = shellWords(text)

    do throws(Failure) {
      let edit = try ConfigurationEdit("mouse", to: "true", in: text, path: "config.toml")
      let (old, new) = (Array(text.utf8), Array(edit.text.utf8))
      let start = zip(old, new).prefix { $0 == $1 }.count
      let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
      let value = TOMLAssignments(text).assignment(of: "mouse")?.value.count ?? 0
      expect(start + end >= old.count - value, "More than the value was changed.")
    } catch {
      expectClean(error.sentence, isLine: true)
    }

    let words = text.split(separator: "=", maxSplits: 1)
    do throws(Failure) {
      let name = words.first.map(String.init) ?? ""
      _ = try Configuration().setting(name, to: words.dropFirst().first.map(String.init) ?? "")
    } catch {
      expectClean(error.sentence, isLine: true)
    }
  }

  /// The line behind the colon.
  static let commandLine = FuzzTarget(name: "command-line") { bytes in
    let text = EnteredText.singleLine(String(decoding: bytes, as: UTF8.self))
    do throws(CommandError) {
      _ = try Command(text)
    } catch {
      expect(!error.description.contains(where: \.isNewline), "A fault takes several lines.")
    }
  }
}

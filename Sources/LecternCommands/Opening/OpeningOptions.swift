/// What a person says about how to open Lectern; the browser starts on these alone, because it need
/// not wait for the command line to be parsed when there is none.
struct OpeningOptions: Equatable {
  /// The library that was named.
  var library: String?
  /// The configuration that was named.
  var configuration: String?
  /// True when a new library starts without the built-in lists.
  var isBare = false
  /// True when colour is not wanted.
  var noColor = false
}

extension OpeningOptions {
  /// Reads arguments that only say how to open Lectern, as `GlobalOptions` does but without
  /// describing the commands first, which takes a quarter of the time to the first frame.
  ///
  /// - Parameter arguments: What stands behind the program's name.
  /// - Returns: nil for anything that is not plainly one of these options, given once.
  init?(alone arguments: [String]) {
    self.init()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--library" where library == nil:
        guard let path = Self.value(&rest) else { return nil }
        library = path
      case "--config" where configuration == nil:
        guard let path = Self.value(&rest) else { return nil }
        configuration = path
      case "--bare" where !isBare: isBare = true
      case "--no-color" where !noColor: noColor = true
      default: return nil
      }
    }
  }

  private static func value(_ rest: inout ArraySlice<String>) -> String? {
    guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
    return value
  }
}

import Foundation

/// Opens addresses in the person's browser, by argument vector and only with allowed schemes.
struct LinkOpener {
  /// The opener and its arguments; the address is put behind them.
  let command: [String]
  /// The schemes that may be opened, lower case.
  let schemes: Set<String>

  /// Takes the configured opener, or the system's own.
  init(configured: [String], schemes: [String]) {
    #if os(macOS)
      let system = ["open"]
    #else
      let system = ["xdg-open"]
    #endif
    command = configured.isEmpty ? system : configured
    self.schemes = Set(schemes.map { $0.lowercased() })
  }

  /// Opens an address and says so.
  ///
  /// - Throws: `Failure` when its scheme is not allowed or the opener cannot be started.
  func open(_ address: String) throws -> String {
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard schemes.contains(scheme), address.dropFirst(scheme.count).hasPrefix("://"),
      !address.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
    else {
      throw Failure(
        sentence: "only \(schemes.sorted().joined(separator: " and ")) links are opened, and "
          + "\(address) is none; link-schemes in the configuration allows more")
    }
    try ProgramRunner.start(
      command + [address], remedy: "name another opener in the configuration, or copy the address")
    return "Opened \(address)"
  }
}

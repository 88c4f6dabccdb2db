import ReadingModel

/// File names from titles that every file system takes.
///
/// They have none of the characters that Windows forbids or Obsidian gives a meaning in links, no
/// name of a Windows device, no dot at either end, and at most 120 bytes. No two are equal, not even
/// where case and accents do not count.
struct FileNames {
  /// The most bytes of a name in UTF-8, its ending included.
  static let longest = 120
  private static let ending = ".md"

  private var names: [String: String] = [:]

  /// The name for the paper with a key.
  subscript(key: String) -> String { names[key] ?? "paper\(Self.ending)" }

  init(_ papers: [PaperDetail]) {
    let stems = Dictionary(
      papers.map { ($0.key, Self.stem($0.paper.title)) }, uniquingKeysWith: { first, _ in first })
    let groups = Dictionary(grouping: stems.keys) { SafeText.folded(stems[$0] ?? "") }
    var used: Set<String> = []
    for (key, stem) in stems.sorted(by: { $0.key < $1.key }) {
      var suffix = (groups[SafeText.folded(stem)]?.count ?? 0) > 1 ? Self.suffix(of: key) : ""
      while !used.insert(SafeText.folded(Self.joined(stem, suffix))).inserted {
        suffix = Self.suffix(of: key + suffix)
      }
      names[key] = Self.joined(stem, suffix) + Self.ending
    }
  }

  private static func joined(_ stem: String, _ suffix: String) -> String {
    trimmed(SafeText.line(stem, limit: longest - ending.utf8.count - suffix.utf8.count)) + suffix
  }

  private static func stem(_ title: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in SafeText.line(title).unicodeScalars {
      text.append("/\\:*?\"<>|#^[]%".unicodeScalars.contains(scalar) ? " " : scalar)
    }
    let limit = longest - ending.utf8.count
    let stem = trimmed(SafeText.line(trimmed(SafeText.line(String(text))), limit: limit))
    if stem.isEmpty { return "Paper" }
    return isDevice(stem) ? "Paper \(stem)" : stem
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first == "." || first == " " || first == "-" {
      text.removeFirst()
    }
    while let last = text.last, last == "." || last == " " { text.removeLast() }
    return String(text)
  }

  /// True for the names of devices, which Windows takes for them whatever follows a dot.
  ///
  /// See “Naming Files, Paths, and Namespaces” in the Windows documentation.
  private static func isDevice(_ stem: String) -> Bool {
    let name = stem.prefix { $0 != "." && $0 != " " }.uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(name) { return true }
    return name.count == 4 && (name.hasPrefix("COM") || name.hasPrefix("LPT"))
      && "0123456789¹²³".contains(name.last ?? " ")
  }

  /// ` 1a2b3c4d`, from the key by FNV-1a (Fowler, Noll and Vo; RFC 9923).
  private static func suffix(of key: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in key.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return " " + String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}

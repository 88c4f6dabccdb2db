import ReadingModel

/// Takes lists of names apart by the rules of BibTeX, and of BibLaTeX's extended format.
///
/// Names are written in the order they are said, “Ludwig van Beethoven Jr.”, whichever of the three
/// orders of BibTeX they came in. See “BibTeXing” by O. Patashnik, section 4, and the BibLaTeX manual,
/// section 3.4.
enum BibTeXNames {
  /// The names of a list, with `Paper.otherAuthors` where the list says that there are others.
  ///
  /// - Parameter isPlain: True when there is no markup in the list.
  static func names(_ list: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> [String] {
    var names: [String] = []
    for name in separated(list, isPlain: isPlain) {
      append(UnsafeBufferPointer(rebasing: name), isPlain: isPlain, to: &names)
    }
    return names
  }

  private typealias Piece = Slice<UnsafeBufferPointer<UInt8>>

  /// The names between the words “and” outside of braces.
  private static func separated(_ list: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var depth = 0
    var index = 0
    while index < list.count {
      switch list[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "a"), UInt8(ascii: "A"):
        guard depth == 0, index + 3 <= list.count, list[index + 1] | 0x20 == UInt8(ascii: "n"),
          list[index + 2] | 0x20 == UInt8(ascii: "d"), index == 0 || isSpace(list[index - 1]),
          index + 3 == list.count || isSpace(list[index + 3])
        else { break }
        pieces.append(trimmed(list[start..<index]))
        index += 2
        start = index + 1
      default: break
      }
      index += 1
    }
    pieces.append(trimmed(list[start...]))
    return pieces
  }

  private static func append(
    _ name: UnsafeBufferPointer<UInt8>, isPlain: Bool, to names: inout [String]
  ) {
    guard !name.isEmpty else { return }
    if isPlain, let spoken = spoken(name) {
      append(spoken, to: &names)
      return
    }
    let parts = parted(name, isPlain: isPlain)
    if parts.count >= 3, parts.allSatisfy({ $0.contains(where: isSpace) }) {
      // Whole names with commas between them, which is not BibTeX but often meant.
      for part in parts { append(text(part, isPlain: isPlain), to: &names) }
      return
    }
    if parts.contains(where: { $0.contains(UInt8(ascii: "=")) }),
      let labelled = BibTeXLabelledName(parts.map { text($0, isPlain: isPlain) })
    {
      names.append(labelled.spoken)
      return
    }
    switch parts.count {
    case 1: append(text(parts[0], isPlain: isPlain), to: &names)
    case 2:
      let words = [parts[1], parts[0]].map { text($0, isPlain: isPlain) }
      append(words.filter { !$0.isEmpty }.joined(separator: " "), to: &names)
    default:
      // Family, a suffix such as Jr., given names.
      let words = ([parts[0]] + parts[1..<(parts.count - 1)]).map { text($0, isPlain: isPlain) }
      let given = text(parts[parts.count - 1], isPlain: isPlain)
      append(([given] + words).filter { !$0.isEmpty }.joined(separator: " "), to: &names)
    }
  }

  /// A name without markup and with one comma at most, which most are; nil for any other.
  private static func spoken(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    var comma: Int?
    for index in name.indices {
      switch name[index] {
      case UInt8(ascii: "="): return nil
      case UInt8(ascii: ","):
        guard comma == nil else { return nil }
        comma = index
      default: break
      }
    }
    guard let comma else { return String(decoding: name, as: UTF8.self) }
    let family = trimmed(name[..<comma])
    let given = trimmed(name[(comma + 1)...])
    guard !family.isEmpty, !given.isEmpty else { return nil }
    return String(unsafeUninitializedCapacity: given.count + 1 + family.count) { text in
      _ = text.initialize(fromContentsOf: given)
      text.initializeElement(at: given.count, to: 0x20)
      _ = text.extracting((given.count + 1)...).initialize(fromContentsOf: family)
      return given.count + 1 + family.count
    }
  }

  private static func append(_ name: String, to names: inout [String]) {
    if name == "others" {
      names.append(Paper.otherAuthors)
    } else if let last = name.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: "l"),
      let ending = endings.first(where: { name.hasSuffix($0) })
    {
      let known = name.dropLast(ending.count)
      if !known.isEmpty { names.append(String(known)) }
      names.append(Paper.otherAuthors)
    } else if !name.isEmpty {
      names.append(name)
    }
  }

  /// How a list ends that names only some of the authors, without BibTeX's “and others”.
  private static let endings = [" et al.", " et al", " et. al.", "et al.", "et al"]

  /// The parts of a name between its commas outside of braces.
  private static func parted(_ name: UnsafeBufferPointer<UInt8>, isPlain: Bool) -> [Piece] {
    var parts: [Piece] = []
    var start = 0
    var depth = 0
    for index in name.indices {
      switch name[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: ",") where depth == 0:
        parts.append(trimmed(name[start..<index]))
        start = index + 1
      default: break
      }
    }
    parts.append(trimmed(name[start...]))
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    return parts
  }

  private static func text(_ piece: Piece, isPlain: Bool) -> String {
    isPlain
      ? String(decoding: piece, as: UTF8.self)
      : TeXText.plain(UnsafeBufferPointer(rebasing: piece), layout: .line)
  }

  private static func trimmed(_ piece: Piece) -> Piece {
    var piece = piece
    while let first = piece.first, isSpace(first) { piece.removeFirst() }
    while let last = piece.last, isSpace(last) { piece.removeLast() }
    return piece
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "~") }
}

/// A name in BibLaTeX's extended format: `family=Beethoven, given=Ludwig, prefix=van`.
struct BibTeXLabelledName {
  private var given = ""
  private var prefix = ""
  private var family = ""
  private var suffix = ""

  /// Reads the parts of a name; nil when they are not all labelled.
  init?(_ parts: [String]) {
    for part in parts {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let label = part[..<equals].drop { $0 == " " || $0 == "\"" }
      var value = part[equals...].dropFirst()
      while value.first == "\"" || value.first == " " { value.removeFirst() }
      while value.last == "\"" || value.last == " " { value.removeLast() }
      switch label.lowercased().filter({ $0 != " " }) {
      case "given": given = String(value)
      case "prefix": prefix = String(value)
      case "family": family = String(value)
      case "suffix": suffix = String(value)
      // Initials, sorting and the like.
      default: continue
      }
    }
    if spoken.isEmpty { return nil }
  }

  /// The name as it is said.
  var spoken: String {
    [given, prefix, family, suffix].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

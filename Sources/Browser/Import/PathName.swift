import Terminal

/// A file or folder on the disk that a path being typed can go on with.
public struct PathName: Equatable, Sendable {
  /// The last part of its path as it may be shown: one clean line.
  public let shown: String
  /// The last part of its path as the disk has it, in bytes.
  public let exact: [UInt8]
  /// True for a folder.
  public let isFolder: Bool

  /// Makes a name; it is cleaned for showing here.
  ///
  /// - Parameter exact: the name without folders, in whatever encoding the disk has.
  public init(exact: [UInt8], isFolder: Bool) {
    shown = EnteredText.singleLine(String(decoding: exact, as: UTF8.self))
    self.exact = exact
    self.isFolder = isFolder
  }
}

/// A path as it is shown, and as the disk has it where that is something else.
public struct ImportPath: Equatable, Sendable {
  /// What a person typed or sees.
  public var shown: String
  /// What the disk knows it by, in bytes.
  public var exact: [UInt8]

  /// Makes a path.
  public init(shown: String, exact: [UInt8]) {
    self.shown = shown
    self.exact = exact
  }
}

/// What a path being typed can go on with, and what the names chosen are on the disk.
struct PathCompletion: Equatable, Sendable {
  /// The texts that the one being typed can become.
  private(set) var words: [String] = []
  /// The same without the folder that they all lie in.
  private(set) var names: [String] = []
  /// The exact forms of the texts that are shown otherwise than the disk has them.
  private var exactForms: [String: [UInt8]] = [:]

  /// The part of a path up to its last slash.
  private static func folder(of text: String) -> Substring {
    text.lastIndex(of: "/").map { text[...$0] } ?? ""
  }

  /// Takes in the names that a text can go on with.
  mutating func take(_ names: [PathName], for text: String) {
    let folder = String(Self.folder(of: text))
    self.names = names.map { $0.shown + ($0.isFolder ? "/" : "") }
    words = zip(names, self.names).map { name, shown in
      let word = folder + shown
      let exact = path(folder).exact + name.exact + (name.isFolder ? [UInt8(ascii: "/")] : [])
      if exact != Array(word.utf8) { exactForms[word] = exact }
      return word
    }
    // A file that is called what another one only looks like is the one that is meant.
    for name in names where name.exact == Array(name.shown.utf8) {
      exactForms[folder + name.shown + (name.isFolder ? "/" : "")] = nil
    }
  }

  /// The path that a text means.
  func path(_ text: String) -> ImportPath {
    let known = exactForms.keys
      .filter { text == $0 || ($0.hasSuffix("/") && text.hasPrefix($0)) }
      .max { $0.count < $1.count }
    guard let known, let exact = exactForms[known] else {
      return ImportPath(shown: text, exact: Array(text.utf8))
    }
    return ImportPath(shown: text, exact: exact + Array(text.utf8.dropFirst(known.utf8.count)))
  }
}

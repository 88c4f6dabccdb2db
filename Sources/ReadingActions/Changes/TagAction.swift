import ReadingModel
import ReadingStore

extension Actions {
  /// Adds and removes tags; a tag is a word without blanks, kept in lower case.
  func tag(_ papers: [PaperID], add: [String], remove: [String]) throws -> Outcome {
    let added = try add.map(Self.tagName)
    let removed = try remove.map(Self.tagName)
    guard !added.isEmpty || !removed.isEmpty else {
      throw ActionError.refused("no tag was named; write +name to add one and -name to remove it")
    }
    var titles: [String] = []
    return try step(papers: papers, unchanged: "The tags are as you want them already") {
      editor, _ in
      var reallyAdded: [String] = []
      var reallyRemoved: [String] = []
      for paper in papers {
        titles.append(try editor.title(of: paper))
        let present = Set(try editor.tags(of: paper))
        for name in added where !present.contains(name) {
          try editor.addTag(name, to: paper)
          if !reallyAdded.contains(name) { reallyAdded.append(name) }
        }
        for name in removed where present.contains(name) {
          try editor.removeTag(name, from: paper)
          if !reallyRemoved.contains(name) { reallyRemoved.append(name) }
        }
      }
      var parts: [String] = []
      let subject = Sentences.subject(titles)
      if !reallyAdded.isEmpty { parts.append("tagged \(subject) " + hashed(reallyAdded)) }
      if !reallyRemoved.isEmpty {
        parts.append(
          "took \(hashed(reallyRemoved)) off \(parts.isEmpty ? subject : "it")")
      }
      guard let first = parts.first else { return nil }
      return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst())
        .joined(separator: " and ")
    }
  }

  private func hashed(_ names: [String]) -> String {
    Sentences.list(names.map { "#" + $0 })
  }

  /// The tag that a keyword of a document becomes; nil when it has nothing a tag can hold.
  static func tag(ofKeyword keyword: String) -> String? {
    if keyword.utf8.count <= longestTag, keyword.utf8.allSatisfy(isOfPlainTag) {
      return keyword.isEmpty ? nil : keyword.lowercased()
    }
    let words = keyword.split { !isOfTag($0) }
    let name = words.joined(separator: "-").prefix(longestTag)
    return name.isEmpty ? nil : name.lowercased()
  }

  private static let longestTag = 60

  /// True for the bytes of most tags, which need not be taken for characters.
  private static func isOfPlainTag(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static func isOfTag(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_./+".contains(character)
  }

  private static func tagName(_ text: String) throws -> String {
    let name = text.hasPrefix("#") ? String(text.dropFirst()) : text
    guard !name.isEmpty, name.count <= longestTag, name.allSatisfy(isOfTag) else {
      throw ActionError.refused(
        "“\(text)” cannot be a tag: a tag is up to 60 letters, digits and - _ . / +")
    }
    return name.lowercased()
  }
}

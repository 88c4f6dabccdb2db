import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads the RDF that Zotero exports: its items with their notes, tags and collections.
///
/// The document is read twice, for what items refer to and for the items, so that only the former is
/// in memory.
final class ZoteroReader: XMLHandler {
  private let resources: ZoteroResources
  private let receive: DocumentReceiver
  private var item: ZoteroItem?
  private var path: [XMLName] = []
  private var text: (depth: Int, bytes: [UInt8])?
  private var person: (family: String, given: String) = ("", "")
  private var section: String?

  private init(_ resources: ZoteroResources, receive: @escaping DocumentReceiver) {
    self.resources = resources
    self.receive = receive
  }

  /// Reads an export.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ source: ImportSource, _ receive: DocumentReceiver) throws {
    try withoutActuallyEscaping(receive) { receive in
      let (document, warning) = XMLText.prepared(source.bytes)
      if let warning { try receive(.warning(warning)) }
      let resources = ZoteroResources()
      _ = try XMLReader(reportingTo: resources).read(document)
      let reader = ZoteroReader(resources, receive: receive)
      if let damage = try XMLReader(reportingTo: reader).read(document) {
        let message = "the export is damaged here, and was read up to this line: \(damage.problem)"
        try receive(.warning(Diagnostic(line: damage.line, message: message)))
      }
    }
  }

  private static let others: Set<XMLName> = [
    XMLName(.bibliography, "Memo"), XMLName(.bibliography, "Journal"),
    XMLName(.bibliography, "Series"), XMLName(.zotero, "Collection"),
    XMLName(.zotero, "Attachment"), XMLName(.zotero, "AutomaticTag"),
  ]

  func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int, line: Int) throws {
    defer { path.append(name) }
    if depth == 2 {
      let about = attributes["rdf:about"] ?? ""
      item = Self.others.contains(name) ? nil : ZoteroItem(line: line, about: about)
      return
    }
    guard item != nil else { return }
    if let resource = attributes["rdf:resource"], depth == 3 {
      if name.local == "isPartOf" { item?.containers.append(resource) }
      if name.local == "isReferencedBy" { item?.notes.append(resource) }
    }
    if name == XMLName(.friendOfAFriend, "Person") { person = ("", "") }
    text = (depth, [])
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text?.bytes.append(contentsOf: bytes) }

  func end(_ name: XMLName, depth: Int) throws {
    path.removeLast()
    if let ended = text, ended.depth == depth {
      take(name, String(decoding: ended.bytes.trimmed, as: UTF8.self), depth: depth)
      text = nil
    }
    if name == XMLName(.friendOfAFriend, "Person") { takePerson() }
    guard depth == 2, let ended = item else { return }
    item = nil
    guard !ended.isAttachment else { return }
    let collection = resources.collections[ended.about]
    if collection != section {
      section = collection
      try receive(.section(collection))
    }
    try receive(.entry(ended.entry(resources)))
  }

  private func take(_ name: XMLName, _ value: String, depth: Int) {
    guard !value.isEmpty else { return }
    let isOwn = depth == 3
    switch (name.vocabulary, name.local) {
    case (.zotero, "itemType"): item?.kind = value
    case (.dublinCore, "title"):
      if isOwn { item?.title = value } else if item?.venue.isEmpty == true { item?.venue = value }
    case (.zotero, "shortTitle"): item?.shortTitle = value
    case (.dublinCore, "date") where isOwn: item?.date = value
    case (.dublinCoreTerms, "abstract"): item?.abstract = value
    case (.dublinCore, "description") where isOwn: item?.extra = value
    case (.dublinCore, "identifier"): item?.identifiers.append(value)
    case (.dublinCore, "subject"): item?.tags.append(value)
    case (.rdf, "value"):
      if path.contains(XMLName(.dublinCoreTerms, "URI")) { item?.addresses.append(value) }
      if path.contains(XMLName(.dublinCore, "subject")) { item?.tags.append(value) }
    case (.friendOfAFriend, "surname"): person.family = value
    case (.friendOfAFriend, "givenName"), (.friendOfAFriend, "givenname"): person.given = value
    default: break
    }
  }

  private func takePerson() {
    let name = [person.given, person.family].filter { !$0.isEmpty }.joined(separator: " ")
    guard !name.isEmpty else { return }
    if path.contains(XMLName(.bibliography, "authors")) {
      item?.authors.append(name)
    } else if path.contains(XMLName(.bibliography, "editors")) {
      item?.editors.append(name)
    }
  }
}

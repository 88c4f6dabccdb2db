#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the items of Zotero's RDF refer to: where they were published, notes, collections.
///
/// These stand anywhere in the document, so they are collected before the items are read.
final class ZoteroResources: XMLHandler {
  /// The titles of journals, proceedings and series by resource.
  private(set) var venues: [String: String] = [:]
  /// The DOIs that stand with a journal's article, by the journal's resource.
  private(set) var identifiers: [String: [String]] = [:]
  /// The notes by resource, HTML.
  private(set) var notes: [String: String] = [:]
  /// The collection that a resource stands in first.
  private(set) var collections: [String: String] = [:]

  private var resource: (about: String, name: XMLName)?
  private var parts: [String] = []
  private var text: (name: XMLName, depth: Int, bytes: [UInt8])?
  private var title = ""

  func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int, line: Int) throws {
    if depth == 2 {
      resource = attributes["rdf:about"].map { ($0, name) }
      title = ""
      parts = []
    }
    guard resource != nil, text == nil, depth == 3 else { return }
    switch (name.vocabulary, name.local) {
    case (.dublinCore, "title"), (.dublinCore, "identifier"), (.rdf, "value"):
      text = (name, depth, [])
    case (.dublinCoreTerms, "hasPart"):
      if let part = attributes["rdf:resource"] { parts.append(part) }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text?.bytes.append(contentsOf: bytes) }

  func end(_ name: XMLName, depth: Int) throws {
    if let ended = text, ended.depth == depth, let about = resource?.about {
      let value = String(decoding: ended.bytes.trimmed, as: UTF8.self)
      switch ended.name.local {
      case "title": title = value
      case "identifier": identifiers[about, default: []].append(value)
      default: if resource?.name.local == "Memo" { notes[about] = value }
      }
      text = nil
    }
    guard depth == 2, let ended = resource else { return }
    if ended.name == XMLName(.zotero, "Collection") {
      for part in parts where collections[part] == nil { collections[part] = title }
    } else if !title.isEmpty {
      venues[ended.about] = title
    }
    resource = nil
  }
}

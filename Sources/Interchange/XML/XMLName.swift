/// The vocabularies of XML that documents of papers are written in.
enum XMLVocabulary: Hashable {
  case none, atom, rss, rdf, dublinCore, dublinCoreTerms, content, media, arxiv, prism
  case bibliography, friendOfAFriend, zotero, feedburner, xml, other

  /// The vocabulary that a namespace name stands for.
  init(namespace: String) {
    self = Self.names[namespace] ?? .other
  }

  private static let names: [String: XMLVocabulary] = [
    "": .none,
    "http://www.w3.org/2005/Atom": .atom,
    "http://purl.org/atom/ns#": .atom,
    "http://purl.org/rss/1.0/": .rss,
    "http://my.netscape.com/rdf/simple/0.9/": .rss,
    "http://backend.userland.com/rss2": .rss,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf,
    "http://purl.org/dc/elements/1.1/": .dublinCore,
    "http://purl.org/dc/terms/": .dublinCoreTerms,
    "http://purl.org/rss/1.0/modules/content/": .content,
    "http://search.yahoo.com/mrss/": .media,
    "http://search.yahoo.com/mrss": .media,
    "http://arxiv.org/schemas/atom": .arxiv,
    "http://prismstandard.org/namespaces/basic/2.0/": .prism,
    "http://prismstandard.org/namespaces/1.2/basic/": .prism,
    "http://prismstandard.org/namespaces/basic/2.1/": .prism,
    "http://purl.org/net/biblio#": .bibliography,
    "http://xmlns.com/foaf/0.1/": .friendOfAFriend,
    "http://www.zotero.org/namespaces/export#": .zotero,
    "http://rssnamespace.org/feedburner/ext/1.0": .feedburner,
    "http://www.w3.org/XML/1998/namespace": .xml,
  ]
}

/// The name of an element: its vocabulary and its local part.
struct XMLName: Hashable {
  /// The vocabulary.
  var vocabulary: XMLVocabulary
  /// The name without its prefix.
  var local: String

  /// Makes a name.
  init(_ vocabulary: XMLVocabulary, _ local: String) {
    self.vocabulary = vocabulary
    self.local = local
  }
}

/// Which prefix stands for which vocabulary, element by element.
///
/// Prefixes are resolved here and not by expat, which would write the whole namespace name, however
/// long, in front of every name.
struct XMLPrefixes {
  private struct Binding {
    var prefix: String
    var vocabulary: XMLVocabulary
    var depth: Int
  }

  private var bindings: [Binding] = []
  private var current: [String: XMLVocabulary] = ["xml": .xml]
  /// What a name without a prefix stands for, which most names are.
  private var unprefixed = XMLVocabulary.none

  /// Takes in a declaration of an element: `xmlns` has the empty prefix.
  mutating func bind(_ prefix: String, to namespace: String, at depth: Int) {
    bindings.append(
      Binding(prefix: prefix, vocabulary: current[prefix] ?? .none, depth: depth))
    set(prefix, to: XMLVocabulary(namespace: namespace))
  }

  private mutating func set(_ prefix: String, to vocabulary: XMLVocabulary) {
    current[prefix] = vocabulary
    if prefix.isEmpty { unprefixed = vocabulary }
  }

  /// Forgets the declarations of the elements at a depth and below.
  mutating func leave(_ depth: Int) {
    while let last = bindings.last, last.depth >= depth {
      set(last.prefix, to: last.vocabulary)
      bindings.removeLast()
    }
  }

  /// The name that a qualified name such as `dc:title` stands for.
  func resolve(_ qualified: String) -> XMLName {
    guard let colon = qualified.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return XMLName(unprefixed, qualified)
    }
    let prefix = String(qualified[..<colon])
    let local = String(qualified[qualified.utf8.index(after: colon)...])
    return XMLName(current[prefix] ?? .other, local)
  }
}

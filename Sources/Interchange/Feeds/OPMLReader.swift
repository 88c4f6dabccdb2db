import ReadingModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads OPML outlines.
///
/// See https://opml.org/spec2.opml.
final class OPMLReader: XMLHandler {
  private let receive: DocumentReceiver
  private var head = ListHead()
  private var hasHead = false
  private var isInTitle = false
  private var title: [UInt8] = []
  /// The names of the outlines around the present one; nil for entries.
  private var groups: [String?] = []

  private init(receive: @escaping DocumentReceiver) { self.receive = receive }

  /// Reads an outline.
  ///
  /// - Throws: What the receiver throws.
  static func read(_ source: ImportSource, _ receive: DocumentReceiver) throws {
    try withoutActuallyEscaping(receive) { receive in
      let reader = OPMLReader(receive: receive)
      let (document, warning) = XMLText.prepared(source.bytes)
      if let warning { try receive(.warning(warning)) }
      if let damage = try XMLReader(reportingTo: reader).read(document) {
        let message = "the outline is damaged here, and was read up to this line: \(damage.problem)"
        try receive(.warning(Diagnostic(line: damage.line, message: message)))
      }
    }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int, line: Int) throws {
    isInTitle = name.local == "title" && depth == 3
    guard name.local == "outline" else { return }
    if !hasHead {
      hasHead = true
      head.title = SafeText.line(String(decoding: title, as: UTF8.self))
      try receive(.list(head))
    }
    let text = attributes["title"] ?? attributes["text"] ?? ""
    var found = PaperAddresses()
    for key in ["url", "htmlUrl", "xmlUrl"] {
      if found.isEmpty, let address = attributes[key] { found.add(address) }
    }
    guard !found.isEmpty else {
      groups.append(text)
      try receive(.section(sectionTitle))
      return
    }
    groups.append(nil)
    var paper = Paper(title: text)
    found.fill(&paper)
    let remark = attributes["description"] ?? ""
    try receive(.entry(ParsedEntry(line: line, paper: paper, remark: remark)))
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInTitle { title.append(contentsOf: bytes) }
  }

  func end(_ name: XMLName, depth: Int) throws {
    isInTitle = false
    guard name.local == "outline", let ended = groups.popLast(), ended != nil else { return }
    try receive(.section(sectionTitle))
  }

  /// The names of the present outlines: “A / B”; nil outside of all.
  private var sectionTitle: String? {
    let names = groups.compactMap { $0 }.suffix(3).map { SafeText.line($0, limit: 200) }
    return names.isEmpty ? nil : names.joined(separator: " / ")
  }
}

import CExpat

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Is told what stands in an XML document, in its order.
protocol XMLHandler: AnyObject {
  /// An element begins; `line` is counted from 1, `depth` is 1 for the root.
  func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int, line: Int) throws
  /// A piece of text, with references replaced; a text comes in any number of pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// An element ends.
  func end(_ name: XMLName, depth: Int) throws
}

/// Why XML could not be read to its end.
struct XMLDamage: Equatable {
  /// Where, in bytes from the beginning of the document.
  var offset: Int
  /// The line, counted from 1.
  var line: Int
  /// What is wrong there, as part of a sentence.
  var problem: String
}

/// Reads XML through expat.
///
/// Nothing outside the document is ever fetched. An entity without a declaration is one of HTML's or
/// is left out; declared ones are replaced as long as the result is not much longer than the document,
/// and none may refer to another. Elements nest to `deepest`.
final class XMLReader {
  /// How deep elements may nest.
  static let deepest = 1_000

  private let handler: any XMLHandler
  private var prefixes = XMLPrefixes()
  private var open: [(qualified: String, name: XMLName)] = []
  private var parser: XML_Parser?
  private var failure: (any Error)?
  private var refusal: String?
  /// How many bytes of text may still be reported.
  private var allowance = 0
  private var lineBase = 0
  /// True while the elements around the place of a new start are replayed.
  private var isReplaying = false

  /// Makes a reader that reports to a handler.
  init(reportingTo handler: any XMLHandler) {
    self.handler = handler
  }

  /// The qualified names of the elements that are open, the outermost first.
  var openElements: [String] { open.map(\.qualified) }

  /// Reads a document, or what follows a damaged place in it.
  ///
  /// - Parameters:
  ///   - document: The whole document, valid UTF-8.
  ///   - offset: The byte to begin at.
  ///   - line: The line of that byte, counted from 1.
  ///   - depth: How many of the elements open now stay open around that byte.
  /// - Returns: The damage that ended the reading; nil when it came to the end of the document.
  /// - Throws: What the handler throws.
  func read(
    _ document: Data, from offset: Int = 0, line: Int = 1, inside depth: Int = 0
  ) throws -> XMLDamage? {
    guard let parser = XML_ParserCreate("UTF-8") else {
      return XMLDamage(offset: offset, line: line, problem: "there is not enough memory for XML")
    }
    self.parser = parser
    defer {
      self.parser = nil
      XML_ParserFree(parser)
    }
    let outer = open.prefix(depth).map(\.qualified)
    open.removeLast(open.count - outer.count)
    prefixes.leave(depth + 1)
    allowance = 4 * document.count + 65_536
    lineBase = line - 1
    refusal = nil
    prepare(parser)
    let replay = outer.map { "<\($0)>" }.joined()
    isReplaying = true
    _ = replay.withCString { XML_Parse(parser, $0, Int32(replay.utf8.count), 0) }
    isReplaying = false
    let status = document.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> XML_Status in
      Self.parse(UnsafeRawBufferPointer(rebasing: bytes[offset...]), with: parser)
    }
    if let failure { throw failure }
    if status == XML_STATUS_OK { return nil }
    let place = Int(XML_GetCurrentByteIndex(parser)) - replay.utf8.count
    return XMLDamage(
      offset: min(document.count, offset + max(0, place)),
      line: lineBase + max(1, Int(XML_GetCurrentLineNumber(parser))),
      problem: refusal ?? problem(XML_GetErrorCode(parser)))
  }

  /// Hands the document over in as few pieces as expat's lengths allow.
  private static func parse(
    _ bytes: UnsafeRawBufferPointer, with parser: XML_Parser
  ) -> XML_Status {
    let piece = 1 << 30
    var rest = bytes
    while rest.count > piece {
      let status = XML_Parse(parser, rest.baseAddress, Int32(piece), 0)
      guard status == XML_STATUS_OK else { return status }
      rest = UnsafeRawBufferPointer(rebasing: rest[piece...])
    }
    return XML_Parse(parser, rest.baseAddress, Int32(rest.count), 1)
  }

  private func prepare(_ parser: XML_Parser) {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { reader, name, attributes in
        guard let reader = XMLReader.from(reader), let name else { return }
        reader.start(String(cString: name), XMLAttributes(pairs: attributes))
      },
      { reader, _ in XMLReader.from(reader)?.end() })
    XML_SetCharacterDataHandler(parser) { reader, text, length in
      guard let text, let reader = XMLReader.from(reader) else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
        reader.text(UnsafeBufferPointer(start: $0, count: Int(length)))
      }
    }
    // With a foreign DTD an entity without a declaration is reported instead of being an error.
    XML_UseForeignDTD(parser, 1)
    XML_SetSkippedEntityHandler(parser) { reader, name, isParameter in
      guard let name, isParameter == 0 else { return }
      XMLReader.from(reader)?.skipped(String(cString: name))
    }
    XML_SetEntityDeclHandler(parser) { reader, _, isParameter, value, length, _, _, _, _ in
      guard let value, isParameter == 0 else { return }
      let text = UnsafeRawBufferPointer(start: value, count: Int(length))
      if text.contains(UInt8(ascii: "&")) {
        XMLReader.from(reader)?.refuse("an entity is declared by other entities")
      }
    }
  }

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
    pointer.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ qualified: String, _ attributes: XMLAttributes) {
    guard failure == nil, refusal == nil else { return }
    guard !isReplaying else { return }
    guard open.count < Self.deepest else {
      return refuse("elements are nested more than \(Self.deepest) deep")
    }
    attributes.visit { name, value in
      if name == "xmlns" {
        prefixes.bind("", to: value(), at: open.count + 1)
      } else if name.hasPrefix("xmlns:") {
        prefixes.bind(String(name.dropFirst(6)), to: value(), at: open.count + 1)
      }
    }
    let name = prefixes.resolve(qualified)
    open.append((qualified, name))
    spend(8)
    do {
      let line = lineBase + Int(XML_GetCurrentLineNumber(parser))
      try handler.start(name, attributes, depth: open.count, line: line)
    } catch {
      stop(for: error)
    }
  }

  private func end() {
    guard failure == nil, refusal == nil, let last = open.popLast() else { return }
    do {
      try handler.end(last.name, depth: open.count + 1)
    } catch {
      stop(for: error)
    }
    prefixes.leave(open.count + 1)
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, refusal == nil else { return }
    spend(bytes.count)
    handler.text(bytes)
  }

  private func skipped(_ entity: String) {
    guard let text = HTMLCharacters.named(entity) else { return }
    var bytes = Array(text.utf8)
    bytes.withUnsafeMutableBufferPointer { self.text(UnsafeBufferPointer($0)) }
  }

  private func spend(_ bytes: Int) {
    allowance -= bytes
    if allowance < 0 { refuse("its entities stand for far more text than the document has") }
  }

  private func refuse(_ problem: String) {
    guard refusal == nil else { return }
    refusal = problem
    XML_StopParser(parser, 0)
  }

  private func stop(for error: any Error) {
    failure = error
    XML_StopParser(parser, 0)
  }

  /// What expat found wrong, in words for people who did not write the document.
  private func problem(_ code: XML_Error) -> String {
    switch code {
    case XML_ERROR_NO_ELEMENTS:
      open.isEmpty ? "there is no XML in it" : "it ends in the middle of an element"
    case XML_ERROR_INVALID_TOKEN: "there is a sign that XML does not allow at this place"
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR: "it ends in the middle of a tag"
    case XML_ERROR_UNCLOSED_CDATA_SECTION: "it ends in the middle of a CDATA section"
    case XML_ERROR_TAG_MISMATCH: "an element is closed that is not the one that is open"
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something follows the end of the document"
    case XML_ERROR_DUPLICATE_ATTRIBUTE: "an element has an attribute twice"
    default: XML_ErrorString(code).map { String(cString: $0) } ?? "it is not well-formed"
    }
  }
}

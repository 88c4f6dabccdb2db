/// The content of an element of a feed, as text or as HTML.
///
/// Elements inside it, as in Atom's `xhtml` or in RSS that forgot to escape its HTML, are put together
/// again as HTML.
struct FeedText {
  /// How the text is meant.
  enum Form {
    /// As it stands.
    case plain
    /// As HTML in escaped form.
    case html
    /// As elements of the feed itself.
    case markup
  }

  private var bytes: [UInt8] = []
  private var form: Form

  /// Begins a text whose `type` is known; RSS has none and means HTML.
  init(_ form: Form, _ text: String = "") {
    self.form = form
    bytes = Array(text.utf8)
  }

  /// Takes text in.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if form == .markup { Self.escape(text, to: &bytes) } else { bytes.append(contentsOf: text) }
  }

  /// Takes the start of an element in.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if form == .plain {
      let text = bytes
      bytes = []
      text.withUnsafeBufferPointer { Self.escape($0, to: &bytes) }
    }
    form = .markup
    bytes.append(contentsOf: "<\(name.local)".utf8)
    for attribute in ["href", "src", "alt"] {
      guard let value = attributes[attribute] else { continue }
      bytes.append(contentsOf: " \(attribute)=\"".utf8)
      Array(value.utf8).withUnsafeBufferPointer { Self.escape($0, to: &bytes) }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Takes the end of an element in.
  mutating func end(_ name: XMLName) { bytes.append(contentsOf: "</\(name.local)>".utf8) }

  /// The text on one line.
  var line: String {
    let text = String(decoding: bytes, as: UTF8.self)
    return form == .plain ? text : HTMLText.line(text)
  }

  /// The text as Markdown.
  func markdown(base: String?) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return form == .plain ? text : HTMLText.markdown(text, base: base)
  }

  /// The text as it stands, without white space at its ends.
  var raw: String {
    String(decoding: bytes.trimmed, as: UTF8.self)
  }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}

extension [UInt8] {
  /// The bytes without ASCII white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { $0 > 0x20 }), let last = lastIndex(where: { $0 > 0x20 })
    else { return [] }
    return self[first...last]
  }
}

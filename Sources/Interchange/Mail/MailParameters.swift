/// A value with parameters: `multipart/mixed; boundary="x"` (RFC 2045, section 5.1, and RFC 2231).
struct MailParameters {
  /// The value in lower case, such as `text/plain`.
  let value: String
  private var parameters: [String: String] = [:]

  /// Reads the text of a field.
  init(_ field: [UInt8]) {
    var pieces: [[UInt8]] = [[]]
    var isQuoted = false
    var isEscaped = false
    for byte in field.prefix(1 << 14) {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        continue
      } else if byte == UInt8(ascii: ";"), !isQuoted {
        pieces.append([])
        continue
      }
      pieces[pieces.count - 1].append(byte)
    }
    value = String(decoding: pieces[0].trimmed, as: UTF8.self).lowercased()
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: Array(piece[..<equals]).trimmed, as: UTF8.self).lowercased()
      let text = Array(Array(piece[(equals + 1)...]).trimmed)
      if parameters[name] == nil { parameters[name] = EncodedWords.decoded(text) }
    }
  }

  /// A parameter; one in the extended form `name*=UTF-8''…` is decoded.
  subscript(name: String) -> String? {
    if let plain = parameters[name] { return plain }
    guard let extended = parameters[name + "*"] else { return nil }
    let parts = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return extended }
    let bytes = TransferDecoding.percent(Array(parts[2].utf8))
    return MailCharset.text(bytes, charset: String(parts[0]))
  }
}

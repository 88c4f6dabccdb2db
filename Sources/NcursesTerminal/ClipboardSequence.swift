/// What a terminal is sent to put a text on the clipboard (xterm control sequences, OSC 52).
///
/// Inside tmux the sequence is sent twice: tmux takes the first where `set-clipboard` is on, and
/// hands the second, wrapped, to the terminal around it where `allow-passthrough` is on.
func clipboardSequence(for text: String, insideTmux: Bool) -> [UInt8] {
  let plain = Array("\u{1B}]52;c;".utf8) + base64(text.utf8) + [0x07]
  guard insideTmux else { return plain }
  let doubled = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
  return plain + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
}

/// Base64 with padding (RFC 4648, section 4).
func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  var rest = bytes[...]
  while !rest.isEmpty {
    let group = Array(rest.prefix(3))
    rest = rest.dropFirst(3)
    let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      result.append(
        place <= group.count ? alphabet[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return result
}

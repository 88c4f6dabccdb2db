/// What a terminal is sent to put a text on the clipboard (xterm control sequences, OSC 52).
///
/// Inside tmux the sequence is sent twice: tmux takes the first where `set-clipboard` is on, and
/// hands the second, wrapped, to the terminal around it where `allow-passthrough` is on. GNU screen
/// hands on what comes in device control strings, each of which it keeps short.
func clipboardSequence(for text: String, inside multiplexer: Multiplexer?) -> [UInt8] {
  let plain = Array("\u{1B}]52;c;".utf8) + base64(text.utf8) + [0x07]
  let end = Array("\u{1B}\\".utf8)
  switch multiplexer {
  case nil: return plain
  case .tmux?:
    let doubled = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
    return plain + Array("\u{1B}Ptmux;".utf8) + doubled + end
  case .screen?:
    return stride(from: 0, to: plain.count, by: 240).flatMap { start in
      Array("\u{1B}P".utf8) + plain[start..<min(start + 240, plain.count)] + end
    }
  }
}

/// A program that stands between this one and the terminal.
enum Multiplexer: Sendable {
  case tmux, screen

  /// The innermost one, by the variables that each sets.
  init?(environment value: (String) -> String?) {
    if value("TMUX")?.isEmpty == false {
      self = .tmux
    } else if value("STY")?.isEmpty == false {
      self = .screen
    } else {
      return nil
    }
  }
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

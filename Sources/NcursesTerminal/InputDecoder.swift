internal import Terminal

/// Turns the bytes of a keyboard into events, however they are cut into pieces.
///
/// Knows the sequences of the VT220 and xterm families in both their forms (ECMA-48 CSI and SS3),
/// and those of rxvt, st and the Linux console, so that terminfo need not be asked and the keypad
/// mode, in which terminals disagree, stays off. A modifier on a key that has no event of its own
/// with it is dropped: Shift-Up is Up.
struct InputDecoder {
  /// Bytes that may be the beginning of something longer.
  private var pending: [UInt8] = []
  /// The text of a paste that has begun and not ended; nil outside of one.
  private var paste: [UInt8]?

  /// True when an Escape is held back that might be the beginning of a sequence: if nothing follows
  /// soon, `flush` says that it was the key.
  var isWaiting: Bool { paste == nil && !pending.isEmpty }

  /// Takes bytes and returns the events that they complete.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    pending += bytes
    var events: [TerminalEvent] = []
    var rest = pending[...]
    while !rest.isEmpty {
      if paste != nil {
        guard let text = takePaste(&rest) else { break }
        events.append(.paste(text))
        continue
      }
      guard let step = step(rest) else { break }
      rest = rest.dropFirst(step.length)
      switch step.meaning {
      case .key(.character(let character)): Self.append(character, to: &events)
      case .key(let key): events.append(.key(key))
      case .event(let event): events.append(event)
      case .pasteBegins: paste = []
      case .nothing: break
      }
    }
    pending = Array(rest)
    return events
  }

  /// Takes what was held back as it stands: a lone Escape as the key, others byte by byte.
  mutating func flush() -> [TerminalEvent] {
    guard isWaiting else { return [] }
    let held = pending
    pending = []
    guard held.first == 0x1B else { return [.key(.character("\u{FFFD}"))] }
    guard held.count > 1 else { return [.key(.escape)] }
    // "ESC [" and "ESC O" alone are keys with Alt; a longer beginning of a sequence is damaged.
    guard held.count == 2 else { return [] }
    return [.key(.alt(Character(Unicode.Scalar(held[1]))))]
  }

  /// How many bytes of parameters a control sequence may have; one with more is broken off.
  private static let mostParameters = 64

  /// What a sequence stands for.
  private enum Meaning {
    case key(Key), event(TerminalEvent), pasteBegins, nothing
  }

  /// The first thing in the bytes and its length, or nil while it may not be complete.
  private func step(_ bytes: ArraySlice<UInt8>) -> (meaning: Meaning, length: Int)? {
    guard let first = bytes.first else { return nil }
    guard first == 0x1B else { return character(bytes) }
    guard let second = bytes.dropFirst().first else { return nil }
    switch second {
    case UInt8(ascii: "["), UInt8(ascii: "O"): return controlSequence(bytes, introducer: second)
    case 0x1B: return (.key(.escape), 1)
    default:
      guard let step = character(bytes.dropFirst()) else { return nil }
      guard case .key(.character(let character)) = step.meaning else { return (.key(.escape), 1) }
      return (.key(.alt(character)), step.length + 1)
    }
  }

  /// One character in UTF-8, or a control.
  private func character(_ bytes: ArraySlice<UInt8>) -> (meaning: Meaning, length: Int)? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x00: return (.key(.control(" ")), 1)
    case 0x08, 0x7F: return (.key(.backspace), 1)
    case 0x09: return (.key(.tab), 1)
    case 0x0A, 0x0D: return (.key(.enter), 1)
    case 0x01...0x1A: return (.key(.control(Character(Unicode.Scalar(first + 0x60)))), 1)
    case 0x1B: return (.key(.escape), 1)
    case 0x1C...0x1F: return (.key(.control(Character(Unicode.Scalar(first + 0x40)))), 1)
    case 0x20...0x7E: return (.key(.character(Character(Unicode.Scalar(first)))), 1)
    default: return sequence(ofUTF8: bytes, length: first.leadingZeroBitCountOfInverse)
    }
  }

  private func sequence(
    ofUTF8 bytes: ArraySlice<UInt8>, length: Int
  ) -> (meaning: Meaning, length: Int)? {
    let replacement = Meaning.key(.character("\u{FFFD}"))
    guard (2...4).contains(length) else { return (replacement, 1) }
    let tail = bytes.dropFirst().prefix(length - 1)
    let valid = tail.prefix { $0 & 0xC0 == 0x80 }
    guard valid.count == tail.count else { return (replacement, 1 + valid.count) }
    guard tail.count == length - 1 else { return nil }
    guard let text = String(validating: bytes.prefix(length), as: UTF8.self), let only = text.first
    else { return (replacement, length) }
    // C1 controls are no one's typing.
    guard !(0x80...0x9F).contains(text.unicodeScalars.first?.value ?? 0) else {
      return (.nothing, length)
    }
    return (.key(.character(only)), length)
  }

  /// `ESC [` or `ESC O`, parameters, intermediates, and a final byte (ECMA-48, 5.4).
  private func controlSequence(
    _ bytes: ArraySlice<UInt8>, introducer: UInt8
  ) -> (meaning: Meaning, length: Int)? {
    let body = bytes.dropFirst(2)
    let isCSI = introducer == UInt8(ascii: "[")
    if isCSI, body.first == UInt8(ascii: "[") {  // the Linux console's F1 to F5: ESC [ [ A
      guard let final = body.dropFirst().first else { return nil }
      let number = Int(final) - 0x40
      return ((1...5).contains(number) ? .key(.function(number)) : .nothing, 4)
    }
    let parameters = body.prefix(Self.mostParameters + 1).prefix { (0x20...0x3F).contains($0) }
    guard parameters.count <= Self.mostParameters else { return (.nothing, 2 + parameters.count) }
    guard let final = body.dropFirst(parameters.count).first else { return nil }
    let length = 2 + parameters.count + 1
    let number = parameters.prefix { (0x30...0x39).contains($0) }
      .reduce(0) { min($0 * 10 + Int($1 & 0xF), 9999) }
    if isCSI, parameters.first == UInt8(ascii: "<") {
      let event = MouseReport.event(parameters.dropFirst(), final: final)
      return (event.map { .event(.mouse($0)) } ?? .nothing, length)
    }
    switch final {
    case UInt8(ascii: "I") where isCSI && parameters.isEmpty:
      return (.event(.focused(true)), length)
    case UInt8(ascii: "O") where isCSI && parameters.isEmpty:
      return (.event(.focused(false)), length)
    case UInt8(ascii: "~") where number == 200: return (.pasteBegins, length)
    case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      return (Self.numberedKeys[number].map { .key($0) } ?? .nothing, length)
    case UInt8(ascii: "P") where isCSI && parameters.isEmpty: return (.key(.delete), length)  // st
    case UInt8(ascii: "h") where isCSI && number == 4: return (.key(.insert), length)  // st
    case 0x40...0x7E: return (Self.finalKeys[final].map { .key($0) } ?? .nothing, length)
    default: return (.nothing, length - 1)  // broken off by another key
    }
  }

  /// Adds a typed character, which may continue the cluster typed before it: an accent, the rest of
  /// an emoji that an input method sends in one piece.
  private static func append(_ character: Character, to events: inout [TerminalEvent]) {
    if !character.isASCII, case .key(.character(let before))? = events.last {
      let joined = String(before) + String(character)
      if joined.count == 1, let cluster = joined.first {
        events[events.count - 1] = .key(.character(cluster))
        return
      }
    }
    events.append(.key(.character(character)))
  }

  /// Moves bytes into the paste until its end mark; nil when that has not come yet.
  private mutating func takePaste(_ rest: inout ArraySlice<UInt8>) -> String? {
    let mark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]  // ESC [ 2 0 1 ~
    var search = rest
    while let escape = search.firstIndex(of: 0x1B) {
      let candidate = rest[escape...].prefix(mark.count)
      if candidate.elementsEqual(mark.prefix(candidate.count)) {
        paste?.append(contentsOf: rest[..<escape])
        rest = rest[escape...]
        guard candidate.count == mark.count else { return nil }
        rest = rest.dropFirst(mark.count)
        let text = Self.text(ofPaste: paste ?? [])
        paste = nil
        return text
      }
      search = rest[(escape + 1)...]
    }
    paste?.append(contentsOf: rest)
    rest = []
    return nil
  }

  /// The text with line ends as line feeds and without NUL; bytes that are no UTF-8 become U+FFFD.
  private static func text(ofPaste bytes: [UInt8]) -> String {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var before: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x00: break
      case 0x0A where before == 0x0D: break
      case 0x0D: clean.append(0x0A)
      default: clean.append(byte)
      }
      before = byte
    }
    return String(decoding: clean, as: UTF8.self)
  }

  /// Keys by the last byte of their sequence.
  private static let finalKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter, UInt8(ascii: "P"): .function(1),
    UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
    UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right,
    UInt8(ascii: "d"): .left,
  ]

  /// Keys by the number in their sequence `ESC [ n ~`.
  private static let numberedKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}

extension UInt8 {
  /// How many bits are set from the top: the length of a UTF-8 sequence by its first byte.
  fileprivate var leadingZeroBitCountOfInverse: Int { (~self).leadingZeroBitCount }
}

import ReadingModel
import Terminal

/// The signs that states are drawn with.
public struct Glyphs: Equatable, Sendable {
  let read: String
  let reading: String
  let ready: String
  let waiting: String
  let skipped: String
  let queued: String
  /// Stands for the number of an entry that its list has no more.
  let gone: String
  let note: String
  let star: String
  let noStar: String
  /// Before an item of a list that has no number.
  let bullet: String
  let full: String
  let empty: String
  let bar: String
  let selected: String
  let horizontal: Character
  let vertical: String
  /// Where a vertical rule begins below a horizontal one.
  let joinBelow: String
  /// Where a vertical rule ends above a horizontal one.
  let joinAbove: String
  let dot: String
  /// Between what was and what came of it.
  let becomes: String
  let ellipsis: String
  /// The signs of lines by where they lead: up 1, right 2, down 4, left 8.
  let joints: [Character]
  /// The shades of a heat map, from nothing to the most.
  let shades: [Character]
  /// The columns of a chart, from the lowest part of a row to a whole one.
  let bars: [Character]

  /// Signs for terminals that show Unicode.
  public static let unicode = Glyphs(
    read: "✓", reading: "◐", ready: "○", waiting: "·", skipped: "–", queued: "+", gone: "✕",
    note: "✎", star: "★", noStar: "☆", bullet: "•", full: "▰", empty: "▱", bar: "▌", selected: "▪",
    horizontal: "─",
    vertical: "│", joinBelow: "┬", joinAbove: "┴", dot: " · ", becomes: "→", ellipsis: "…",
    joints: Array(" │─╰││╭├─╯─┴╮┤┬┼"), shades: Array("·░▒▓█"), bars: Array("▁▂▃▄▅▆▇█"))

  /// Signs for terminals and people that want ASCII alone.
  public static let ascii = Glyphs(
    read: "x", reading: "~", ready: "o", waiting: ".", skipped: "-", queued: "+", gone: "/",
    note: "n", star: "*", noStar: ".", bullet: "-", full: "#", empty: ".", bar: "|", selected: "*",
    horizontal: "-",
    vertical: "|", joinBelow: "+", joinAbove: "+", dot: " . ", becomes: ">", ellipsis: "...",
    joints: Array(" |-+||++-+-+++++"), shades: Array(".-+*#"), bars: Array("_=#"))

  /// The signs for a terminal: ASCII, or Unicode with ASCII for each sign that would take two columns
  /// there.
  public static func fitting(isASCII: Bool) -> Glyphs {
    guard !isASCII else { return .ascii }
    guard AmbiguousWidth.inUse == .wide else { return .unicode }
    func sign(_ path: KeyPath<Glyphs, String>) -> String {
      let own = Glyphs.unicode[keyPath: path]
      return displayWidth(of: own) > own.count ? Glyphs.ascii[keyPath: path] : own
    }
    return Glyphs(
      read: sign(\.read), reading: sign(\.reading), ready: sign(\.ready), waiting: sign(\.waiting),
      skipped: sign(\.skipped), queued: sign(\.queued), gone: sign(\.gone), note: sign(\.note),
      star: sign(\.star), noStar: sign(\.noStar), bullet: sign(\.bullet), full: sign(\.full),
      empty: sign(\.empty), bar: sign(\.bar),
      selected: sign(\.selected), horizontal: "-", vertical: sign(\.vertical),
      joinBelow: sign(\.joinBelow), joinAbove: sign(\.joinAbove), dot: sign(\.dot),
      becomes: sign(\.becomes),
      ellipsis: sign(\.ellipsis), joints: Glyphs.ascii.joints,
      shades: Glyphs.ascii.shades, bars: Glyphs.ascii.bars)
  }

  /// True when emphasis is marked by signs, because nothing but ASCII is sure to be seen.
  var marksEmphasis: Bool { self == .ascii }

  /// The sign of a status and the role it is drawn in.
  ///
  /// - Parameter isWaiting: True when a prerequisite of the paper is not done.
  func sign(for status: Status, isWaiting: Bool = false) -> (text: String, role: Role) {
    switch status {
    case .read: (read, .done)
    case .reading: (reading, .accent)
    case .skipped: (skipped, .dim)
    case .queued: (queued, .accent)
    case .unread: isWaiting ? (waiting, .warning) : (ready, .text)
    }
  }

  /// A bar of full and empty cells that takes at most so many columns.
  func progressBar(done: Int, of total: Int, columns: Int) -> (full: String, empty: String) {
    let cells = columns / max(1, max(displayWidth(of: full), displayWidth(of: empty)))
    guard cells > 0, total > 0 else { return ("", String(repeating: empty, count: max(0, cells))) }
    let done = min(max(0, done), total)
    var filled = (done * cells + total / 2) / total
    // A bar is full or empty only when the list is.
    if done > 0, filled == 0 { filled = 1 }
    if done < total, filled == cells { filled = cells - 1 }
    return (
      String(repeating: full, count: filled), String(repeating: empty, count: cells - filled)
    )
  }
}

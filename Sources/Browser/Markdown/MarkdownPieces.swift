/// Pieces that are being put together, neighbours of one look as one.
struct MarkdownPieces {
  private var pieces: [MarkdownPiece] = []
  private var text = ""
  private var look: MarkdownLook = []
  /// The links that are open; only the outermost counts.
  private var links: [String] = []

  mutating func add(_ added: String, _ newLook: MarkdownLook) {
    guard !added.isEmpty else { return }
    if newLook != look { flush() }
    look = newLook
    text += added
  }

  mutating func startLink(_ address: String) {
    if links.isEmpty { flush() }
    links.append(address)
  }

  mutating func endLink() {
    guard let address = links.last else { return }
    if links.count == 1 {
      flush()
      pieces.append(.linkEnd(address))
    }
    links.removeLast()
  }

  mutating func breakLine() {
    flush()
    pieces.append(.lineBreak)
  }

  mutating func finished() -> [MarkdownPiece] {
    flush()
    return pieces
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(.text(text, look, address: links.first)) }
    text = ""
  }
}

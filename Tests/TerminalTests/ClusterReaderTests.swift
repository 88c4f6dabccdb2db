import Testing

@testable import Terminal

@Suite("Reading a text by clusters")
struct ClusterReaderTests {
  private static let pieces: [Unicode.Scalar] = [
    "a", "Z", " ", "-", "~", "\r", "\n", "\t", "\u{7F}", "\u{AD}", "é", "ß", "ǆ", "\u{301}", "…",
    "–",
    "“", "│", "▶", "★", "☎", "\u{FE0F}", "\u{200D}", "👩", "🏽", "🇩", "🇪", "深", "々", "ｱ", "한",
    "\u{1100}", "\u{1161}", "न", "\u{94D}", "\u{93F}", "\u{E01}", "\u{E33}", "\u{600}", "\u{20E3}",
    "\u{E0067}", "\u{2028}", "\u{0}",
  ]

  /// The clusters of a text and their columns as the reader has them.
  private func read(_ text: Substring) -> [(Character, Int, isSingle: Bool)] {
    ClusterReader.reading(text) { reader in
      var clusters: [(Character, Int, isSingle: Bool)] = []
      var offset = 0
      while offset < reader.count {
        let cluster = reader.cluster(at: offset)
        clusters.append((reader.character(at: offset), cluster.width, cluster.isSingle))
        offset = cluster.end
      }
      return clusters
    }
  }

  private func expectSame(_ text: Substring) {
    let found = read(text)
    let expected = Array(text)
    #expect(found.map(\.0) == expected, "\(text.unicodeScalars.map(\.value))")
    #expect(found.map(\.1) == expected.map { displayWidth(of: $0) })
    #expect(found.map(\.isSingle) == expected.map { $0.unicodeScalars.count == 1 })
  }

  @Test("Clusters, columns and ends are those of the standard library", arguments: 0..<300)
  func random(seed: Int) {
    var numbers = SplitMix(seed: UInt64(seed))
    for _ in 0..<20 {
      var text = String.UnicodeScalarView()
      for _ in 0..<numbers.next(upTo: 14) {
        text.append(Self.pieces[numbers.next(upTo: Self.pieces.count)])
      }
      expectSame(Substring(String(text)))
      let part = Substring(String(text)).dropFirst(1).dropLast(1)
      expectSame(part)
    }
  }

  @Test("Between any two plain code points a cluster ends")
  func plain() {
    var joined: [UInt32] = []
    for value in UInt32(0x20)...0x2FFFF where ClusterReader.isPlain(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)★\(scalar)\(scalar)深"
      if text.count != 6 { joined.append(value) }
    }
    #expect(joined.isEmpty)
  }

  @Test("A text of pieces that a string keeps in itself is read as well as a long one")
  func short() {
    expectSame("é"[...])
    expectSame(""[...])
    expectSame(Substring(String(repeating: "Łojasiewicz – 深層学習 🚀 ", count: 40)))
  }
}

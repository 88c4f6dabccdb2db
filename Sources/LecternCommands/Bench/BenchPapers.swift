import Foundation
import ReadingModel

/// Invented papers, the same ones on every machine.
struct BenchPapers {
  private var state: UInt64

  /// Begins with a number; the same number gives the same papers.
  init(seed: UInt64 = 1) { state = seed }

  /// A list of so many papers, a hundred to a section.
  static func list(of count: Int) -> ReadingList {
    var papers = BenchPapers()
    let size = 100
    let sections = stride(from: 0, to: count, by: size).map { start in
      ReadingSection(
        title: "Shelf \(start / size + 1)",
        entries: (start..<min(count, start + size)).map { papers.entry($0) })
    }
    return ReadingList(
      slug: slug, title: "Invented papers", kind: .custom, sections: sections)
  }

  /// The name of the list in commands.
  static let slug = "invented"

  /// Words that titles begin with, for searching.
  static let searches = ["deep", "patient", "sparse", "robust", "latent"]

  private mutating func entry(_ number: Int) -> Entry {
    let title =
      "\(word(Self.adjectives).capitalized) \(word(Self.nouns)) for \(word(Self.adjectives)) "
      + "\(word(Self.nouns)), part \(number + 1)"
    let authors = (0..<Int(next() % 4) + 1).map { _ in
      "\(word(Self.firstNames)) \(word(Self.lastNames))"
    }
    let year = 1990 + Int(next() % 36)
    // arXiv numbers have five digits since 2015, and months of two.
    let digits = String(100_000 + number % 100_000).dropFirst()
    let month = String(101 + (number / 100_000) % 12).dropFirst()
    let identifier = Identifier(
      canonical: "\(15 + number / 1_200_000)\(month).\(digits)", scheme: .arxiv)
    let remark =
      "It \(word(Self.verbs)) \(word(Self.adjectives)) \(word(Self.nouns)) and "
      + "\(word(Self.verbs)) what \(word(Self.nouns)) leave open."
    return Entry(
      paper: Paper(
        title: title, authors: authors, year: year, identifiers: [identifier],
        links: [Link(kind: .paper, url: "https://arxiv.org/abs/\(identifier.value)")]),
      remark: remark)
  }

  private mutating func word(_ words: [String]) -> String {
    words[Int(next() % UInt64(words.count))]
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  private static let adjectives = [
    "deep", "sparse", "robust", "latent", "modular", "patient", "narrow", "layered", "frugal",
    "open", "quiet", "steady", "joint", "causal", "local", "tidy",
  ]
  private static let nouns = [
    "graphs", "readers", "gardens", "encoders", "ladders", "policies", "margins", "sentences",
    "memories", "agents", "kernels", "mirrors", "tables", "routers", "scores", "rivers",
  ]
  private static let verbs = ["sorts", "measures", "bounds", "teaches", "compares", "prunes"]
  private static let firstNames = [
    "Ada", "Bo", "Chiara", "Dmitri", "Élodie", "Farid", "Grit", "Hana",
  ]
  private static let lastNames = [
    "Abel", "Brandt", "Cho", "Dufour", "Ekström", "Fofana", "Grün", "Ito",
  ]
}

import ReadingModel

/// The links of a paper in the order of their numbers, each address once.
struct LinkNumbers: Equatable, Sendable {
  private(set) var links: [PaperLink] = []
  private var numbers: [String: Int] = [:]

  /// Numbers the links of the work itself first.
  init(_ links: [PaperLink] = []) {
    for link in links { _ = number(of: link.url, label: link.label) }
  }

  /// The number of an address, counted from 1; a new one goes behind all others.
  mutating func number(of address: String, label: String) -> Int {
    if let number = numbers[address] { return number }
    links.append(PaperLink(label: label, url: address))
    numbers[address] = links.count
    return links.count
  }
}

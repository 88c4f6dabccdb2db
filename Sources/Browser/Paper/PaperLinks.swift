public import ReadingModel

/// An address that can be opened, and what stands behind it.
public struct PaperLink: Equatable, Sendable {
  /// Where it leads: `work`, `arXiv`, `DOI`, `code`.
  public let label: String
  /// The address.
  public let url: String

  /// The address that an identifier leads to.
  static func address(of identifier: Identifier) -> String {
    switch identifier.scheme {
    case .arxiv: "https://arxiv.org/abs/\(identifier.value)"
    case .doi: "https://doi.org/\(identifier.value)"
    case .openreview: "https://openreview.net/forum?id=\(identifier.value)"
    case .acl: "https://aclanthology.org/\(identifier.value)"
    case .url: identifier.value
    }
  }

  /// The addresses of a work, the work itself first, each once.
  ///
  /// A work without an address of its own has those its identifiers lead to: arxiv.org, doi.org,
  /// openreview.net and aclanthology.org.
  public static func all(of paper: Paper) -> [PaperLink] {
    var links: [PaperLink] = []
    func add(_ label: String, _ url: String) {
      if !links.contains(where: { $0.url == url }) {
        links.append(PaperLink(label: label, url: url))
      }
    }
    for link in paper.links where link.kind == .paper { add("work", link.url) }
    for identifier in paper.identifiers {
      let label =
        switch identifier.scheme {
        case .arxiv: "arXiv"
        case .doi: "DOI"
        case .openreview: "OpenReview"
        case .acl: "ACL Anthology"
        case .url: "work"
        }
      add(label, address(of: identifier))
    }
    for link in paper.links where link.kind != .paper { add(link.kind.rawValue, link.url) }
    return links
  }
}

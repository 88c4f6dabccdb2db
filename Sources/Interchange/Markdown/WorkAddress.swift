import ReadingModel

/// Addresses by what stands behind them.
enum WorkAddress {
  /// True for an address that names a work: a paper in an archive, a journal, or a PDF.
  static func isOfWork(_ address: String) -> Bool {
    guard let identifier = Identifier.recognise(address) else { return false }
    if identifier.scheme != .url { return true }
    let path = identifier.value.prefix { $0 != "?" }.lowercased()
    if path.hasSuffix(".pdf") || path.contains("/pdf/") || path.hasSuffix(".ps.gz") { return true }
    let host = host(of: identifier.value)
    // The front page of a journal is no work.
    guard path.utf8.count > "https://".utf8.count + host.utf8.count + 1 else { return false }
    return hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// True when one of the links of a line leads to a work, or is called so.
  static func leadsToWork(_ links: [(label: String, address: String)]) -> Bool {
    links.contains {
      isOfWork($0.address) || (!$0.label.isEmpty && LinkLabel($0.label) == .work)
    }
  }

  /// True for the pages of people and groups, which are no works.
  static func isOfPeople(_ address: String) -> Bool {
    guard let identifier = Identifier.url(address) else { return true }
    let host = host(of: identifier.value)
    return people.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// True for the home of source code.
  static func isOfCode(_ address: String) -> Bool {
    PaperAddresses.kind(of: Identifier.url(address)?.value ?? "", label: "") == .code
  }

  private static func host(of canonical: String) -> Substring {
    canonical.dropFirst("https://".count).prefix { $0 != "/" && $0 != ":" }
  }

  private static let people = [
    "twitter.com", "x.com", "linkedin.com", "facebook.com", "discord.gg", "discord.com", "t.me",
    "instagram.com", "patreon.com", "buymeacoffee.com", "shields.io", "star-history.com",
    "scholar.google.com", "mp.weixin.qq.com", "zhihu.com", "bsky.app", "mastodon.social", "lnkd.in",
    "awesome.re", "contrib.rocks",
  ]

  private static let hosts = [
    "proceedings.mlr.press", "papers.nips.cc", "papers.neurips.cc", "proceedings.neurips.cc",
    "dl.acm.org", "portal.acm.org", "ieeexplore.ieee.org", "computer.org",
    "link.springer.com", "springer.com", "sciencedirect.com", "nature.com", "science.org",
    "sciencemag.org", "biorxiv.org", "medrxiv.org", "semanticscholar.org", "jmlr.org", "aaai.org",
    "ijcai.org", "isca-speech.org", "researchgate.net", "ssrn.com", "pnas.org", "cell.com",
    "mitpressjournals.org", "direct.mit.edu", "openaccess.thecvf.com", "cv-foundation.org",
    "citeseerx.ist.psu.edu", "jstor.org", "projecteuclid.org", "onlinelibrary.wiley.com",
    "tandfonline.com", "academic.oup.com", "siam.org", "usenix.org", "vldb.org", "osti.gov",
    "hal.science", "archives-ouvertes.fr", "transacl.org", "tacl.org", "ecva.net", "bmva.org",
    "roboticsproceedings.org", "auai.org", "mlsys.org", "distill.pub", "transformer-circuits.pub",
    "iacr.org", "mdpi.com", "frontiersin.org", "plos.org", "royalsocietypublishing.org",
    "rand.org", "ndss-symposium.org", "eccv2018.org",
  ]
}

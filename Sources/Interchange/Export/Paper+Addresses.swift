import ReadingModel

extension Paper {
  /// The paper's name in a scheme; nil when it has none.
  func value(of scheme: IdentifierScheme) -> String? {
    identifiers.first { $0.scheme == scheme }?.value
  }

  /// The paper's addresses of one kind.
  func addresses(_ kind: Link.Kind) -> [String] {
    links.filter { $0.kind == kind }.map(\.url)
  }

  /// Where the work itself is found: its link, else the page that its best identifier names.
  var bestAddress: String? {
    addresses(.paper).first ?? identifiers.lazy.compactMap(\.address).first
  }

  /// Every address of the paper that opens in a browser, the work's own first, each once.
  var everyAddress: [String] {
    var found: [String] = []
    let named = identifiers.filter { $0.scheme != .doi }.compactMap(\.address)
    let pages = addresses(.code) + addresses(.page)
    for address in addresses(.paper) + named + pages where !found.contains(address) {
      found.append(address)
    }
    return found.filter { Identifier.isAddress($0) }
  }
}

extension Identifier {
  /// The page of the work that the identifier names.
  fileprivate var address: String? {
    switch scheme {
    case .arxiv: "https://arxiv.org/abs/\(value)"
    case .doi: "https://doi.org/\(value)"
    case .openreview: "https://openreview.net/forum?id=\(value)"
    case .acl: "https://aclanthology.org/\(value)"
    case .url: value
    }
  }
}

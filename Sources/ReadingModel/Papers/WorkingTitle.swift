extension Identifier {
  /// What a paper is called of which only this name is known: `arXiv 1706.03762`.
  public var workingTitle: String {
    switch scheme {
    case .arxiv: "arXiv \(value)"
    case .doi: "DOI \(value)"
    case .openreview: "OpenReview \(value)"
    case .acl: "ACL Anthology \(value)"
    case .url: String(value.drop { $0 != "/" }.drop { $0 == "/" })
    }
  }
}

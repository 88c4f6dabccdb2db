public import ReadingModel

/// Sorts the addresses a document gives for one paper into identifiers and links.
///
/// The result is what the library wants: at most one identifier for each scheme, one address of the
/// work and one of its code, the rest as pages, and the work's plain address as its identifier only
/// when no better name is known.
public struct PaperAddresses {
  private var identifiers: [Identifier] = []
  private var work: String?
  private var code: String?
  private var pages: [String] = []

  /// Makes an empty collection.
  public init() {}

  /// True when nothing was found that names or shows the work.
  public var isEmpty: Bool { identifiers.isEmpty && work == nil && code == nil && pages.isEmpty }

  /// Takes an address in.
  ///
  /// - Parameters:
  ///   - address: An `http` or `https` address, DOI or arXiv identifier; anything else is ignored.
  ///   - label: What the document calls it: “code”, “pdf”, “project page”.
  /// - Returns: True when it was taken.
  @discardableResult
  public mutating func add(_ address: String, label: String = "") -> Bool {
    let address = Identifier.target(of: address)
    guard let identifier = Identifier.recognise(address) else { return false }
    if identifier.scheme != .url {
      add(identifier)
      if work == nil, Identifier.isAddress(address) { work = address }
      return true
    }
    switch Self.kind(of: identifier.value, label: label) {
    case .code where code == nil: code = address
    case .paper where work == nil: work = address
    default: pages.append(address)
    }
    return true
  }

  /// Takes an identifier in, unless the work has one in its scheme already.
  public mutating func add(_ identifier: Identifier) {
    if identifier.scheme != .url, !identifiers.contains(where: { $0.scheme == identifier.scheme }) {
      identifiers.append(identifier)
    }
  }

  /// Gives a paper its identifiers and links.
  public func fill(_ paper: inout Paper) {
    var paperAddress = work
    var seen: Set<String> = []
    var others = pages.filter { seen.insert($0).inserted }
    if identifiers.isEmpty, paperAddress == nil, !others.isEmpty {
      paperAddress = others.removeFirst()
    }
    var found = identifiers
    if found.isEmpty, let address = paperAddress ?? code, let url = Identifier.url(address) {
      found.append(url)
      if paperAddress == nil { paperAddress = address }
    }
    paper.identifiers = found.sorted { $0.scheme < $1.scheme }
    paper.links = []
    if let paperAddress { paper.links.append(Link(kind: .paper, url: paperAddress)) }
    if let code, code != paperAddress { paper.links.append(Link(kind: .code, url: code)) }
    paper.links += others.filter { $0 != paperAddress }.map { Link(kind: .page, url: $0) }
  }

  /// What stands behind an address that names no work by itself.
  static func kind(of address: String, label: String) -> Link.Kind {
    if !label.isEmpty, let kind = kind(ofLabel: SafeText.folded(label)) { return kind }
    let scheme = address.utf8.dropFirst("https://".count)
    let host = Substring(scheme.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") })
    let isCode = codeHosts.contains { code in
      guard host.hasSuffix(code) else { return false }
      return host.utf8.count == code.utf8.count || host.utf8.dropLast(code.utf8.count).last == 0x2E
    }
    return isCode ? .code : .paper
  }

  private static func kind(ofLabel label: String) -> Link.Kind? {
    let says = { (words: [String]) in words.contains { label.contains($0) } }
    if says(["code", "github", "gitlab", "repo", "implementation", "source", "代码", "源码"]) {
      return .code
    }
    if says([
      "demo", "website", "site", "page", "video", "slides", "blog", "data", "model", "weights",
      "项目", "主页", "数据", "模型", "演示", "视频", "博客",
    ]) {
      return .page
    }
    return says(["paper", "pdf", "article", "preprint", "abstract", "arxiv", "论文"]) ? .paper : nil
  }

  private static let codeHosts = [
    "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sr.ht", "gitee.com",
    "paperswithcode.com", "colab.research.google.com", "replicate.com",
  ]
}

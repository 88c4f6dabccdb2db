import ReadingModel
import Testing

@Suite("Names of works in running text")
struct IdentifierScanTests {
  private func keys(_ text: String) -> [String] {
    Identifier.found(in: text).map(\.identifier.key)
  }

  @Test(
    "Addresses end where their sentence or bracket ends",
    arguments: [
      ("See https://arxiv.org/abs/1706.03762.", "arxiv:1706.03762"),
      ("(https://arxiv.org/pdf/1706.03762v7.pdf), and so on", "arxiv:1706.03762"),
      ("[https://arxiv.org/abs/1706.03762]", "arxiv:1706.03762"),
      ("<http://arxiv.org/abs/hep-th/9901001>", "arxiv:hep-th/9901001"),
      ("“https://example.org/a”", "url:https://example.org/a"),
      ("https://example.org/a_(b)", "url:https://example.org/a_(b)"),
      ("(see https://example.org/a_(b))!", "url:https://example.org/a_(b)"),
      ("论文https://arxiv.org/abs/1706.03762。", "arxiv:1706.03762"),
      ("HTTPS://DOI.ORG/10.1000/ABC;", "doi:10.1000/abc"),
      ("at arxiv.org/abs/1706.03762, with code", "arxiv:1706.03762"),
      ("aclanthology.org/P19-1001", "acl:P19-1001"),
      ("openreview.net/forum?id=abcDEF_123.", "openreview:abcDEF_123"),
    ])
  func addresses(text: String, key: String) {
    #expect(keys(text) == [key])
  }

  @Test(
    "Identifiers are found with their prefix, and bare where nothing else looks like them",
    arguments: [
      ("arXiv:1706.03762v2 [cs.CL]", "arxiv:1706.03762"),
      ("arXiv preprint arXiv:1512.03385 (2015).", "arxiv:1512.03385"),
      ("arXiv: 1706.03762", "arxiv:1706.03762"),
      ("arXiv 1706.03762", "arxiv:1706.03762"),
      ("arxiv:math.GT/0309136", "arxiv:math/0309136"),
      ("[2001.00001]", "arxiv:2001.00001"),
      ("[0704.0001]", "arxiv:0704.0001"),
      ("2001.00001v3.", "arxiv:2001.00001"),
      ("doi:10.1000/182", "doi:10.1000/182"),
      ("DOI: 10.1000/182.", "doi:10.1000/182"),
      ("(10.1145/335191.335372)", "doi:10.1145/335191.335372"),
      ("10.48550/arXiv.1706.03762", "arxiv:1706.03762"),
    ])
  func identifiers(text: String, key: String) {
    #expect(keys(text) == [key])
  }

  @Test(
    "Numbers and words that only look like names are none",
    arguments: [
      "hep-th/9901001", "cs/0112017", "0704.0001", "1799.12345", "version 1.2001.00001",
      "$2001.00001", "2001.00001%", "2001.000011", "12001.00001", "10.5/3", "10.123/4",
      "10.1234567890/a", "xhttps://", "https://", "http:/example.org", "arxiv:", "doi:", "arXiv ",
      "ftp://arxiv.org/abs/x", "the archive arxiv.org", "",
    ])
  func none(text: String) {
    #expect(keys(text).isEmpty)
  }

  @Test("Several are found in order, with what is written and where")
  func several() {
    let text = "é: arXiv:1706.03762v2, then https://example.org/x; doi:10.1000/1."
    let found = Identifier.found(in: text)
    #expect(
      found.map(\.identifier.key) == [
        "arxiv:1706.03762", "url:https://example.org/x", "doi:10.1000/1",
      ])
    #expect(found.map(\.text) == ["1706.03762v2", "https://example.org/x", "10.1000/1"])
    let bytes = Array(text.utf8)
    #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == found.map(\.text))
  }

  @Test(
    "Time is linear in the text",
    arguments: ["http://", "https://a(", "arxiv:", "10.1000/", "1706.0376", "(", "doi: ", "a"])
  func linear(unit: String) {
    let clock = ContinuousClock()
    func time(_ text: String) -> Duration { clock.measure { _ = Identifier.found(in: text) } }
    let size = 2_000_000
    let plain = time(String(repeating: "plain words ", count: size / 12))
    let hostile = time(String(repeating: unit, count: size / unit.utf8.count))
    #expect(hostile < plain * 60 + .seconds(2))
  }
}

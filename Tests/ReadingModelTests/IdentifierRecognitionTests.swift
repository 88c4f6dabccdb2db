import ReadingModel
import Testing

@Suite("Identifier recognition")
struct IdentifierRecognitionTests {
  @Test(
    "What people type and links hold gives one key",
    arguments: [
      ("1706.03762", "arxiv:1706.03762"),
      ("  1706.03762v7 ", "arxiv:1706.03762"),
      ("0704.0001", "arxiv:0704.0001"),
      ("arXiv:1706.03762", "arxiv:1706.03762"),
      ("ARXIV: 1706.03762v2", "arxiv:1706.03762"),
      ("arXiv:1706.03762v7 [cs.CL]", "arxiv:1706.03762"),
      ("hep-th/9901001", "arxiv:hep-th/9901001"),
      ("hep-th/9901001v3", "arxiv:hep-th/9901001"),
      ("solv-int/9901001v1", "arxiv:solv-int/9901001"),
      ("math.GT/0309136", "arxiv:math/0309136"),
      ("math/0309136", "arxiv:math/0309136"),
      ("https://arxiv.org/abs/hep-th/9901001v1", "arxiv:hep-th/9901001"),
      ("https://arxiv.org/pdf/math.GT/0309136.pdf", "arxiv:math/0309136"),
      ("https://arxiv.org/pdf/1706.03762", "arxiv:1706.03762"),
      ("https://arxiv.org/html/1706.03762v7#S3", "arxiv:1706.03762"),
      ("https://arxiv.org/format/1706.03762", "arxiv:1706.03762"),
      ("http://export.arxiv.org/abs/1706.03762?context=cs", "arxiv:1706.03762"),
      ("arxiv.org/abs/1706.03762", "arxiv:1706.03762"),
      ("https://www.alphaxiv.org/abs/1706.03762", "arxiv:1706.03762"),
      ("https://alphaxiv.org/overview/1706.03762v7", "arxiv:1706.03762"),
      ("https://ar5iv.labs.arxiv.org/html/1706.03762", "arxiv:1706.03762"),
      ("https://huggingface.co/papers/1706.03762", "arxiv:1706.03762"),
      (
        "https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/1706.03762&hl=en",
        "arxiv:1706.03762"
      ),
      (
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762v7&usg=x",
        "arxiv:1706.03762"
      ),
      ("https://www.google.com/url?q=mailto:a@b.c", "url:https://google.com/url?q=mailto:a@b.c"),
      (
        "https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=05",
        "url:https://example.org/a"
      ),
      (
        "https://tracking.tldrnewsletter.com/CL0/https:%2F%2Farxiv.org%2Fabs%2F1706.03762%3Futm_source=x/1/01",
        "arxiv:1706.03762"
      ),
      ("https://urldefense.com/v3/__https://arxiv.org/abs/1706.03762__;!!a$", "arxiv:1706.03762"),
      ("https://huggingface.co/papers/1706.03762/", "arxiv:1706.03762"),
      ("10.48550/arXiv.1706.03762", "arxiv:1706.03762"),
      ("https://doi.org/10.48550/ARXIV.1706.03762", "arxiv:1706.03762"),
      ("10.1162/neco.1991.3.1.79", "doi:10.1162/neco.1991.3.1.79"),
      ("doi:10.1162/NECO.1991.3.1.79", "doi:10.1162/neco.1991.3.1.79"),
      ("DOI: 10.1162/neco.1991.3.1.79.", "doi:10.1162/neco.1991.3.1.79"),
      ("https://doi.org/10.1162/neco.1991.3.1.79", "doi:10.1162/neco.1991.3.1.79"),
      ("http://dx.doi.org/10.1162/neco.1991.3.1.79", "doi:10.1162/neco.1991.3.1.79"),
      ("doi.org/10.1162/neco.1991.3.1.79", "doi:10.1162/neco.1991.3.1.79"),
      ("https://doi.org/10.1016/S0004-3702%2801%2900129-1", "doi:10.1016/s0004-3702(01)00129-1"),
      ("10.1016/S0004-3702(01)00129-1", "doi:10.1016/s0004-3702(01)00129-1"),
      ("10.1145/3292500.3330701)", "doi:10.1145/3292500.3330701"),
      ("https://openreview.net/forum?id=rJl-b3RcF7", "openreview:rJl-b3RcF7"),
      ("https://openreview.net/pdf?id=rJl-b3RcF7", "openreview:rJl-b3RcF7"),
      ("https://openreview.net/forum?noteId=x&id=rJl-b3RcF7&utm_source=y", "openreview:rJl-b3RcF7"),
      ("openreview:rJl-b3RcF7", "openreview:rJl-b3RcF7"),
      ("https://aclanthology.org/2023.acl-long.1/", "acl:2023.acl-long.1"),
      ("https://aclanthology.org/2023.acl-long.1.pdf", "acl:2023.acl-long.1"),
      ("https://www.aclweb.org/anthology/P19-1001/", "acl:P19-1001"),
      ("p19-1001", "acl:P19-1001"),
      ("2020.emnlp-main.550v2", "acl:2020.emnlp-main.550"),
      ("acl:N19-1423", "acl:N19-1423"),
      ("https://huggingface.co/spaces/a/B", "url:https://huggingface.co/spaces/a/B"),
      ("https://arxiv.org/list/cs.CL/recent", "url:https://arxiv.org/list/cs.CL/recent"),
      ("https://notalphaxiv.org/abs/1706.03762", "url:https://notalphaxiv.org/abs/1706.03762"),
      ("url:https://gitingest.com", "url:https://gitingest.com/"),
      ("url:https://arxiv.org/abs/1706.03762", "arxiv:1706.03762"),
    ])
  func recognises(text: String, key: String) {
    #expect(Identifier.recognise(text)?.key == key)
  }

  @Test(
    "Text that names no work by itself is none",
    arguments: [
      "", " ", "attention", "1706", "1706.03", "1706.037622", "1713.03762", "1700.03762", "v7",
      "foo/9901001", "hep-th/9913001", "hep-th/99010011", "math.gt.x/0309136", "10.1", "10.1145/",
      "10.12/x", "doi:", "arxiv:", "doi:hello", "10.1145/a b", "10.1145/a\u{7F}b",
      "10.1145/a\u{9B}31mb", "10.1145/a\u{202E}b", "10.1145/\u{FFFF}1",
      "ftp://arxiv.org/abs/1706.03762",
      "https://", "https:///x", "http://a b/", "https://exa\u{7}mple.org", "javascript:alert(1)",
      "https://evil.org\\@arxiv.org/abs/1706.03762", "example.org/paper", "title:attention",
      "openreview:a b", "acl:hello", "doi:https://example.org/", "1706.03762v", "X19-100",
    ])
  func refuses(text: String) {
    #expect(Identifier.recognise(text) == nil)
  }

  @Test(
    "Variants of an address share one form",
    arguments: [
      ("HTTP://WWW.Example.ORG:80/A/", "https://example.org/A"),
      ("https://example.org", "https://example.org/"),
      ("https://example.org/?", "https://example.org/"),
      ("https://example.org:443//", "https://example.org/"),
      ("https://example.org:8080/a", "https://example.org:8080/a"),
      ("https://user:secret@example.org/a#part", "https://example.org/a"),
      ("https://example.org./a/./b/../c/", "https://example.org/a/c"),
      ("https://example.org/../../a", "https://example.org/a"),
      ("https://example.org/%7euser/%41?q=%c3%a9", "https://example.org/~user/A?q=%C3%A9"),
      ("https://example.org/é a", "https://example.org/%C3%A9%20a"),
      ("https://example.org/100%", "https://example.org/100%25"),
      ("https://example.org/A_%28b%29", "https://example.org/A_(b)"),
      ("https://example.org/a%2Fb", "https://example.org/a%2Fb"),
      (
        "https://example.org/a?utm_source=x&id=3&UTM_medium=y&ref=z&fbclid=1&b",
        "https://example.org/a?id=3&b"
      ),
      ("https://example.org/a?utm_source=x#y", "https://example.org/a"),
      ("https://www.org/a", "https://www.org/a"),
      ("https://[2001:DB8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
      ("https://example.org?id=1", "https://example.org/?id=1"),
    ])
  func canonicalURL(text: String, expected: String) {
    let identifier = Identifier.url(text)
    #expect(identifier == Identifier(canonical: expected, scheme: .url))
    #expect(Identifier.url(expected) == identifier)
  }

  @Test("An address is an address for whoever asks for one")
  func urlOnly() {
    #expect(
      Identifier.url("http://arxiv.org/abs/1706.03762v1")?.value
        == "https://arxiv.org/abs/1706.03762v1")
    #expect(Identifier.url("https://a.org/" + String(repeating: "x", count: 5_000)) == nil)
  }
}

import ReadingModel
import Testing

/// The names of the works in the built-in lists.
@Suite("Identifiers of the built-in lists")
struct CatalogueIdentifierTests {
  @Test(
    "Every arXiv identifier is recognised bare, as an address and as a PDF",
    arguments: [
      "2511.03276", "2511.02824", "2511.02805", "2510.27492", "2510.24701", "2511.01846",
      "2510.26692", "2510.27688", "2510.26658", "2510.26493", "2602.16284", "2512.14982",
      "2508.00031", "2605.04050", "2602.13949", "2602.13517", "2510.02219", "2410.02642",
      "2602.02710", "1706.03762", "1810.04805", "2005.14165", "2001.08361", "2203.15556",
      "2302.13971", "2104.09864", "2205.14135", "2005.11401", "2203.02155", "2305.18290",
      "2201.11903", "2210.03629", "2501.12948", "2505.09388", "1701.06538", "2101.03961",
      "2401.04088", "2212.05055", "2405.07987", "2306.11644", "2204.02311", "2112.06905",
      "1910.10683", "2302.04761", "2006.16668", "2505.23836", "2504.21798", "2504.16078",
      "2502.17129", "2502.15589", "2502.19613", "2502.19361", "2502.18449", "2502.15814",
      "2502.14302", "2502.18411", "2502.16894", "2502.18137", "2502.19400", "2502.15007",
      "2502.13189", "2502.14855", "2502.16614", "2502.16033", "2502.16645", "2506.09040",
      "2506.06395", "2506.09991", "2506.09513", "2506.10954", "2506.11886", "2506.13585",
      "2506.14234", "2506.14965", "2506.09827", "2506.16406", "2506.16054", "2506.16035",
      "2506.18841", "2506.16141", "2506.19697", "2506.21551", "2507.01006", "2507.03724",
    ])
  func arxiv(id: String) {
    let expected = Identifier(canonical: id, scheme: .arxiv)
    #expect(Identifier.recognise(id) == expected)
    #expect(Identifier.recognise("https://arxiv.org/abs/\(id)") == expected)
    #expect(Identifier.recognise("http://www.arxiv.org/pdf/\(id)v2.pdf") == expected)
    #expect(Identifier.recognise("10.48550/arXiv.\(id)") == expected)
    #expect(Identifier.recognise(expected.key) == expected)
  }

  @Test(
    "Every other address gives its key",
    arguments: [
      (
        "https://mastra.ai/research/observational-memory",
        "url:https://mastra.ai/research/observational-memory"
      ),
      (
        "https://jalammar.github.io/illustrated-transformer/",
        "url:https://jalammar.github.io/illustrated-transformer"
      ),
      (
        "https://transformer-circuits.pub/2024/scaling-monosemanticity/",
        "url:https://transformer-circuits.pub/2024/scaling-monosemanticity"
      ),
      (
        "https://huggingface.co/spaces/HuggingFaceTB/smol-training-playbook",
        "url:https://huggingface.co/spaces/HuggingFaceTB/smol-training-playbook"
      ),
      (
        "https://doi.org/10.1162/neco.1991.3.1.79",
        "doi:10.1162/neco.1991.3.1.79"
      ),
      (
        "https://doi.org/10.1162/neco.1994.6.2.181",
        "doi:10.1162/neco.1994.6.2.181"
      ),
      (
        "https://thundergolfer.com/blog/the-first-llm",
        "url:https://thundergolfer.com/blog/the-first-llm"
      ),
      (
        "https://gitingest.com/",
        "url:https://gitingest.com/"
      ),
      (
        "https://the-decoder.com/googles-rumored-gemini-2-0-launch-in-december-could-support-llm-stagnation-thesis/",
        "url:https://the-decoder.com/googles-rumored-gemini-2-0-launch-in-december-could-support-llm-stagnation-thesis"
      ),
    ])
  func address(url: String, key: String) {
    #expect(Identifier.recognise(url)?.key == key)
    #expect(Identifier.recognise(key)?.key == key)
  }
}

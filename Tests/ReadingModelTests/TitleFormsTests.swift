import ReadingModel
import Testing

@Suite("Short forms of titles")
struct TitleFormsTests {
  private func forms(_ title: String, name: String? = nil) -> TitleForms {
    let paper = Paper(title: title, shortName: name)
    return TitleForms(paper, key: paper.titleKey)
  }

  @Test(
    "One title is a short form of the other",
    arguments: [
      ("BERT", "BERT: Pre-training of Deep Bidirectional Transformers"),
      (
        "BERT: Pre-training of Deep Bidirectional Transformers",
        "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding"
      ),
      ("FlashAttention", "FlashAttention – Fast and Memory-Efficient Exact Attention"),
      ("Switch Transformers", "Switch Transformers: Scaling to Trillion Parameter Models"),
      (
        "Retrieval-Augmented Generation",
        "Retrieval-Augmented Generation for Knowledge-Intensive NLP Tasks"
      ),
      (
        "RoFormer: Rotary Position Embedding",
        "RoFormer: Enhanced Transformer with Rotary Position Embedding"
      ),
      (
        "ReAct: Reasoning and Acting",
        "ReAct: Synergizing Reasoning and Acting in Language Models"
      ),
      (
        "Outrageously Large Neural Networks: Sparsely-Gated Mixture of Experts",
        "Outrageously Large Neural Networks: The Sparsely-Gated Mixture-of-Experts Layer"
      ),
      (
        "GLaM: Generalist Language Model",
        "GLaM: Efficient Scaling of Language Models with Mixture-of-Experts"
      ),
      (
        "T5: Exploring the Limits of Transfer Learning",
        "Exploring the Limits of Transfer Learning"
      ),
      ("Hierarchical Mixtures of Experts", "Hierarchical Mixtures of Experts and the EM Algorithm"),
      ("MMIR", "Multimodal Inconsistency Reasoning (MMIR): A New Benchmark"),
      ("注意力机制", "注意力机制：综述"),
      ("Attention", "Attention: Marginal Probability is All You Need?"),
    ])
  func agree(short: String, long: String) {
    #expect(forms(short).agrees(with: forms(long)))
    #expect(forms(long).agrees(with: forms(short)))
  }

  @Test(
    "Two titles are of two works",
    arguments: [
      ("Attention", "Attention Is All You Need"),
      ("FlashAttention", "FlashAttention-2: Faster Attention with Better Parallelism"),
      ("GPT-4", "GPT-4V: A Study"),
      ("Deep Learning", "Deep Learning in Neural Networks"),
      ("On Mixtures of Experts: Part I", "On Mixtures of Experts: Part II"),
      ("On Mixtures of Experts", "On Mixtures of Experts: Part II"),
      ("On Mixtures of Experts", "On Mixtures of Experts II"),
      ("Theory of Deep Learning", "Theory of Deep Learning: Supplementary Material"),
      ("Theory of Deep Learning", "Theory of Deep Learning, Volume 2"),
      ("Theory of Deep Learning", "Theory of Deep Learning: Reply to Smith"),
      ("Theory of Deep Learning", "Theory of Deep Learning, 2nd Edition"),
      ("Scaling Laws: Vision", "Scaling Laws: Language"),
      ("SWE-bench: Resolving GitHub Issues", "SWE-bench: Agents that Repair Programs"),
      ("Part 2: Exploring the Limits of Learning", "Exploring the Limits of Learning"),
      ("BERT", "BERTology: A Primer"),
    ])
  func differ(one: String, other: String) {
    #expect(!forms(one).agrees(with: forms(other)))
    #expect(!forms(other).agrees(with: forms(one)))
  }

  @Test("A short name that stands beside the title is one of its forms")
  func names() {
    let paper = forms("Language Models are Few-Shot Learners", name: "GPT-3")
    #expect(forms("GPT-3").agrees(with: paper) && paper.agrees(with: forms("GPT-3")))
    #expect(!forms("GPT").agrees(with: paper))
    #expect(paper.furtherTitles == ["gpt-3"])
    #expect(forms("T5: The Limits").furtherTitles == ["the-limits"])
  }

  @Test("Head, rest and opening are parts of the title key")
  func parts() {
    let title = forms("Café-Net – Große Netze: klein")
    #expect(title.key == "cafe-net-grosse-netze-klein")
    #expect(title.head == "cafe-net" && title.rest == "grosse-netze-klein")
    #expect(title.opening == "cafe-net-grosse")
    #expect(forms("One two three").opening == "one-two-three")
    #expect(forms("One two").opening == nil && forms("One two").head == nil)
    #expect(forms(": begins so").head == nil && forms("ends so:").head == nil)
    #expect(forms("One two three").isShort && !forms("One two three four").isShort)
  }
}

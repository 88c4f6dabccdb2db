import Interchange
import ReadingModel
import Testing

/// Layouts as lists of papers use them, each in a document of its own.
@Suite("Layouts of Markdown lists")
struct MarkdownLayoutTests {
  /// An entry in a line: title, authors, year, key, code, status, section and remark, where there are any.
  static func told(_ document: ParsedDocument) -> [String] {
    document.lists.flatMap(\.sections).flatMap { section in
      section.entries.map { entry in
        let paper = entry.paper
        let parts: [String?] = [
          paper.title, paper.authors.isEmpty ? nil : paper.authors.joined(separator: ", "),
          paper.year.map { String($0) }, paper.identifiers.first?.key,
          paper.links.first { $0.kind == .code }?.url, entry.marks.status?.rawValue,
          entry.marks.tags.isEmpty ? nil : entry.marks.tags.joined(separator: " "),
          section.title.map { "(\($0))" }, entry.remark.isEmpty ? nil : "“\(entry.remark)”",
        ]
        return parts.compactMap(\.self).joined(separator: "; ")
      }
    }
  }

  @Test(
    "Entries are found with what belongs to them",
    arguments: [
      (
        "Boxes of programs that keep tasks",
        """
        - [/] [Flow Matching for Generative Modeling](https://arxiv.org/abs/2210.02747)
        - [-] [Score-Based Generative Modeling](https://arxiv.org/abs/2011.13456)
        - [>] [Consistency Models for Everyone](https://arxiv.org/abs/2303.01469)
        - [!] [Elucidating the Design Space](https://arxiv.org/abs/2206.00364)
        """,
        [
          "Flow Matching for Generative Modeling; arxiv:2210.02747; reading",
          "Score-Based Generative Modeling; arxiv:2011.13456; skipped",
          "Consistency Models for Everyone; arxiv:2303.01469; queued",
          "Elucidating the Design Space; arxiv:2206.00364",
        ]
      ),
      (
        "Labels before every fact",
        """
        ## Papers

        - **Title**: Segment Anything
          - **Authors**: Alexander Kirillov, Eric Mintun
          - **Link**: https://arxiv.org/abs/2304.02643
          - **Code**: https://github.com/facebookresearch/segment-anything
          - **Tags**: vision, data
          - **Summary**: Promptable segmentation.
        - **Title**: Grounding DINO: Marrying DINO
          - **Link**: https://arxiv.org/abs/2303.05499
        """,
        [
          "Segment Anything; Alexander Kirillov, Eric Mintun; arxiv:2304.02643; "
            + "https://github.com/facebookresearch/segment-anything; vision data; "
            + "“- **Summary**: Promptable segmentation.”",
          "Grounding DINO: Marrying DINO; arxiv:2303.05499",
        ]
      ),
      (
        "Titles in the quotation marks of Chinese and Japanese",
        """
        - 《BERT: Pre-training of Deep Transformers》[论文](https://arxiv.org/abs/1810.04805)
        - 『深層学習の基礎』 [PDF](https://arxiv.org/abs/1904.09223)
        """,
        [
          "BERT: Pre-training of Deep Transformers; arxiv:1810.04805",
          "深層学習の基礎; arxiv:1904.09223",
        ]
      ),
      (
        "Names in bold behind emoji",
        """
        # This week

        🚀 **Mixture-of-Depths** – [paper](https://arxiv.org/abs/2404.02258)

        🧠 **Jamba: A Hybrid Model** – [paper](https://arxiv.org/abs/2403.19887)
        """,
        ["Mixture-of-Depths; arxiv:2404.02258", "Jamba: A Hybrid Model; arxiv:2403.19887"]
      ),
      (
        "A topic with a single short title below it",
        """
        * Optimization
            * [Adam: A Method for Stochastic Optimization](https://arxiv.org/abs/1412.6980)
        * Normalization
            * [Layer Normalization](https://arxiv.org/abs/1607.06450)
        """,
        [
          "Adam: A Method for Stochastic Optimization; arxiv:1412.6980; (Optimization)",
          "Layer Normalization; arxiv:1607.06450; (Normalization)",
        ]
      ),
      (
        "A table without headings, and with a dash for each column",
        """
        | | |
        |-|-|
        | [Vision Transformers Need Registers](https://arxiv.org/abs/2309.16588) | Extra tokens |
        | [DINOv2: Learning Features](https://arxiv.org/abs/2304.07193) | |
        """,
        [
          "Vision Transformers Need Registers; arxiv:2309.16588; “Extra tokens”",
          "DINOv2: Learning Features; arxiv:2304.07193",
        ]
      ),
      (
        "A title, a sentence and an address on lines of their own",
        """
        1. Titans: Learning to Memorize at Test Time
        A neural long-term memory module that learns at inference.
        https://arxiv.org/abs/2501.00663

        2. Byte Latent Transformer: Patches Scale Better Than Tokens
        No tokenizer is needed: bytes are grouped by entropy.
        https://arxiv.org/abs/2412.09871

        3. A title that is so long that the program which wrote it had to break the line
        in the middle of it https://arxiv.org/abs/2412.08821
        """,
        [
          "Titans: Learning to Memorize at Test Time; arxiv:2501.00663; "
            + "“A neural long-term memory module that learns at inference.”",
          "Byte Latent Transformer: Patches Scale Better Than Tokens; arxiv:2412.09871; "
            + "“No tokenizer is needed: bytes are grouped by entropy.”",
          "A title that is so long that the program which wrote it had to break the line "
            + "in the middle of it; arxiv:2412.08821",
        ]
      ),
      (
        "A name, a dash and prose",
        """
        * Agent Laboratory - autonomous research assistants. Paper: https://arxiv.org/abs/2501.04227
        * rStar-Math - small models master math. Paper: https://arxiv.org/abs/2501.04519
        """,
        [
          "Agent Laboratory; arxiv:2501.04227; “autonomous research assistants.”",
          "rStar-Math; arxiv:2501.04519; “small models master math.”",
        ]
      ),
      (
        "Authors, a title in emphasis, a venue",
        """
        - Jane Roe, Max Power. *Learning to Forget in Streaming Models*. ICML 2024. \
        [arXiv](https://arxiv.org/abs/2402.00001)
        - Jane Roe. *On the Shape of Loss Valleys*. 2023. [arXiv](https://arxiv.org/abs/2302.00001)
        """,
        [
          "Learning to Forget in Streaming Models; Jane Roe, Max Power; 2024; arxiv:2402.00001",
          "On the Shape of Loss Valleys; Jane Roe; 2023; arxiv:2302.00001",
        ]
      ),
      (
        "Numbers in bold with a bracket and a full stop",
        """
        **1). OpenAI o1** - reasons with RL. ([paper](https://cdn.openai.com/o1-card.pdf))

        **2). Reverse Thinking** - thinks backward. ([paper](https://arxiv.org/abs/2411.19865))
        """,
        [
          "OpenAI o1; url:https://cdn.openai.com/o1-card.pdf; “reasons with RL.”",
          "Reverse Thinking; arxiv:2411.19865; “thinks backward.”",
        ]
      ),
      (
        "Closing words below headings that stand for works",
        """
        # March

        ## [BitNet b1.58: The Era of 1-bit LLMs](https://arxiv.org/abs/2402.17764)

        Ternary weights.

        ## [GaLore: Memory-Efficient Training](https://arxiv.org/abs/2403.03507)

        ## Wrapping up

        That's all for March.
        """,
        [
          "BitNet b1.58: The Era of 1-bit LLMs; arxiv:2402.17764; “Ternary weights.”",
          "GaLore: Memory-Efficient Training; arxiv:2403.03507",
        ]
      ),
    ])
  func layout(name: String, text: String, entries: [String]) throws {
    #expect(Self.told(try read(text, as: "markdown")) == entries, "\(name)")
  }

  @Test("A line that leads to the next title belongs to no entry before it")
  func leadsOn() throws {
    let document = try read(
      """
      A short course

      Learning to Summarize from Human Feedback (Stiennon et al., 2020)
      With careful evaluation.

      Then, if you have time:

      Scaling Laws for Reward Models (Gao et al., 2022)
      Goodhart's law, measured.
      """, as: "newsletter")
    #expect(
      document.entries.map(\.remark) == ["With careful evaluation.", "Goodhart's law, measured."])
    #expect(document.leftOut.map(\.message) == ["Then, if you have time:"])
  }

  @Test("A table below its own title is read from its header on")
  func tableTitle() throws {
    let document = try read(
      "Reading group 2024,,,\n,,,\nDate,Presenter,Paper Title,Paper URL\n"
        + "2024-01-10,Ann,KTO: Model Alignment,https://arxiv.org/abs/2402.01306\n", name: "g.csv")
    #expect(Self.told(document) == ["KTO: Model Alignment; 2024; arxiv:2402.01306"])
    #expect(document.lists.map(\.head.title) == ["Reading group 2024"])
  }

  @Test("An outline of Org mode is read with its states, properties and links")
  func org() throws {
    let document = try read(
      """
      #+TITLE: Papers on alignment
      #+DATE: <2024-01-05 Fri>
      * Reward modelling                                             :alignment:
      ** DONE [#A] [[https://arxiv.org/abs/1706.03741][Deep RL from Human Preferences]]   :rl:rm:
         CLOSED: [2024-01-03 Wed]
         :PROPERTIES:
         :AUTHORS: Paul Christiano; Jan Leike
         :YEAR: 2017
         :Effort: 2:00
         :END:
         Comparisons *instead* of rewards, see =code= and [[file:notes.org][my notes]].
      ** NEXT [[arxiv:2009.01325][Learning to summarize from human feedback]]
      * Constitutions
      - [[https://arxiv.org/abs/2212.08073][Constitutional AI: Harmlessness from AI]] :: RLAIF
      - [X] [[https://arxiv.org/abs/2310.13548][Towards Understanding Sycophancy]]
      #+BEGIN_SRC python
      - [[https://arxiv.org/abs/0000.00000][Not an Entry at All]]
      #+END_SRC
      """, name: "notes.org")
    #expect(document.lists.map(\.head.title) == ["Papers on alignment"])
    #expect(document.lists.map(\.head.issued) == ["2024-01-05"])
    #expect(
      Self.told(document) == [
        "Deep RL from Human Preferences; Paul Christiano, Jan Leike; 2017; arxiv:1706.03741; read; "
          + "rl rm; (Reward modelling); “Comparisons **instead** of rewards, see `code` and my notes.”",
        "Learning to summarize from human feedback; arxiv:2009.01325; queued; (Reward modelling)",
        "Constitutional AI: Harmlessness from AI; arxiv:2212.08073; (Constitutions); “RLAIF”",
        "Towards Understanding Sycophancy; arxiv:2310.13548; read; (Constitutions)",
      ])
    #expect(document.entries.map(\.line) == [4, 12, 14, 15])
  }
}

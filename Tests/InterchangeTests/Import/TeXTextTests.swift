import Interchange
import ReadingModel
import Testing

@Suite("LaTeX as plain text")
struct TeXTextTests {
  @Test(
    "Markup becomes what it prints",
    arguments: [
      (#"\"o \"{o} {\"o} {\"{o}} \" o"#, "ö ö ö ö ö"),
      (#"\'e\`e\^e\~n\=a\.z\c{c}\c c\v{S}\v s\u{g}\H{o}\k{a}\r{a}\d{a}\b{o}"#, "éèêñāżççŠšğőąåạo̱"),
      (#"\'{\i}\'\i{\'\j}"#, "ííj́"),
      (#"\'{\^e} \d{\^a} \~{\u{a}}"#, "ế ậ ẵ"),
      (#"\o\O{} \aa\AA \ae\AE{}s \ss{} \l\L \oe \dh\th \i x"#, "øØ åÅæÆs ß łŁœðþıx"),
      (#"Erd\H{o}s and G\"odel, Ko{\v c}isk{\'y}"#, "Erdős and Gödel, Kočiský"),
      (#"\~{} \^{} \'{}"#, "~ ^ '"),
      (#"{{BERT}}: {P}re-training of {Deep {Nets}}"#, "BERT: Pre-training of Deep Nets"),
      (#"\textit{a} \emph{b\textbf{c}} {\it d} {\bf{e}} \textsc{F}"#, "a bc d e F"),
      (##"10\% of \$5 \& \#1 a\_b \{c\}"##, "10% of $5 & #1 a_b {c}"),
      ("a---b, 1--9, x-y, ``q'' `r' it's ?`a !`b", "a—b, 1–9, x-y, “q” ‘r' it's ¿a ¡b"),
      (#"a~b\ c\,d\\e"#, "a b c d e"),
      (
        #"\url{https://example.org/~a_b--c%20} \href{https://x.org}{text}"#,
        "https://example.org/~a_b--c%20 text"
      ),
      (#"\LaTeX{} and \TeX\ \ldots \textendash"#, "LaTeX and TeX …–"),
      (#"\enquote{a \enquote{b} c} d"#, "“a “b” c” d"),
      (#"{\noopsort{1973b}}1973 \SortNoop{x}y"#, "1973 y"),
      (#"H\textsubscript{2}O 4\textsuperscript{th} m\textsuperscript{2}"#, "H₂O 4th m²"),
      (#"a\begin{it}b\end{it}c"#, "abc"), (#"\unknown and \other{x}"#, #"\unknown and x"#),
      (#"\mbox{GPT}-4 \& Co\-op\hyphen ed"#, "GPT-4 & Coop-ed"), ("tail \\", "tail"),
      ("a { b } c", "a b c"),
    ])
  func text(tex: String, plain: String) throws { #expect(try title(tex) == plain) }

  @Test(
    "Formulas become Unicode where that is plain, and stay elsewhere",
    arguments: [
      (#"$\beta$-VAE and $e=mc^2$"#, "β-VAE and e=mc²"),
      (#"$O(n \log n)$ and $\mathcal{O}(n^{2})$"#, "O(n log n) and O(n²)"),
      (#"$x_{ij}^{n+1}$, $\ell_1$, $\mathbb{R}^n$"#, "xᵢⱼⁿ⁺¹, ℓ₁, ℝⁿ"),
      (#"$k$-means, $10 \times 10$, $\epsilon\leq\infty$"#, "k-means, 10 × 10, ε≤∞"),
      (#"\(\alpha\) \[x_0\] \ensuremath{\pi}"#, "α x₀ π"), (#"$\sp{2}\sb{1}$"#, "²₁"),
      (#"$\frac{1}{2}$ of $x^{\dagger}$"#, #"$\frac{1}{2}$ of $x^{\dagger}$"#),
      ("from $5 to $10", "from $5 to $10"), ("only $1", "only $1"), ("$$x^2$$", "x²"),
    ])
  func formulas(tex: String, plain: String) throws { #expect(try title(tex) == plain) }

  /// A title's text as the importer hands it over.
  private func title(_ tex: String) throws -> String? {
    try Read("@misc{k, title = {\(tex)}}", as: "bibtex").entries.first?.paper.title
  }
}

/// The characters that commands of LaTeX stand for.
///
/// The names are those of LaTeX itself and of the packages textcomp, amssymb and csquotes; see “The
/// Comprehensive LaTeX Symbol List” (https://ctan.org/pkg/comprehensive).
enum TeXSymbols {
  /// Letters and signs of text.
  static let text: [String: String] = [
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "th": "þ", "TH": "Þ",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„",
    "grqq": "“", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "flqq": "«", "frqq": "»", "lq": "‘", "rq": "’", "textquotesingle": "'",
    "textquotedbl": "\"", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textbackslash": "\\", "textbar": "|", "textless": "<", "textgreater": ">",
    "textunderscore": "_", "textbraceleft": "{", "textbraceright": "}", "textdollar": "$",
    "slash": "/", "textasteriskcentered": "*", "lbrace": "{", "rbrace": "}",
    "textexclamdown": "¡", "textquestiondown": "¿", "S": "§", "P": "¶", "dag": "†", "ddag": "‡",
    "textdagger": "†", "textbullet": "•", "textperiodcentered": "·", "pounds": "£",
    "textsterling": "£", "texteuro": "€", "euro": "€", "textyen": "¥", "textcent": "¢",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textdegree": "°", "textordfeminine": "ª", "textordmasculine": "º", "textmu": "µ",
    "textmultiply": "×", "texttimes": "×", "textpm": "±", "textonehalf": "½", "textonequarter": "¼",
    "textnumero": "№", "textsection": "§", "textparagraph": "¶", "textvisiblespace": " ",
    "textnonbreakinghyphen": "-", "hyphen": "-", "textminus": "−", "textrightarrow": "→",
    "textleftarrow": "←",
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX",
  ]

  /// The letters that lose their dot under an accent.
  static let undotted = ["ı": UInt8(ascii: "i"), "ȷ": UInt8(ascii: "j")]

  /// Letters and signs of formulas.
  static let math: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "varpi": "ϖ", "rho": "ρ",
    "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ",
    "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ",
    "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "•", "oplus": "⊕", "otimes": "⊗", "odot": "⊙", "cap": "∩", "cup": "∪",
    "setminus": "∖", "wedge": "∧", "vee": "∨", "neg": "¬", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "leqslant": "≤", "geqslant": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "~",
    "simeq": "≃", "cong": "≅", "equiv": "≡", "propto": "∝", "ll": "≪", "gg": "≫", "lt": "<",
    "gt": ">", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "supset": "⊃", "subseteq": "⊆",
    "supseteq": "⊇", "emptyset": "∅", "forall": "∀", "exists": "∃", "infty": "∞",
    "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "leftrightarrow": "↔", "Rightarrow": "⇒",
    "Leftarrow": "⇐", "Leftrightarrow": "⇔", "mapsto": "↦", "longrightarrow": "⟶",
    "uparrow": "↑", "downarrow": "↓", "perp": "⊥", "parallel": "∥", "mid": "|", "langle": "⟨",
    "rangle": "⟩", "ell": "ℓ", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "prime": "′",
    "cdots": "⋯", "colon": ":", "dagger": "†", "degree": "°", "lvert": "|", "rvert": "|",
    "vert": "|", "Vert": "‖", "backslash": "\\", "triangle": "△", "square": "□", "top": "⊤",
    "bot": "⊥", "models": "⊨", "vdash": "⊢", "diamond": "⋄", "checkmark": "✓", "surd": "√",
  ]

  /// Names that formulas print upright.
  static let operators: Set<String> = [
    "log", "ln", "exp", "sin", "cos", "tan", "tanh", "max", "min", "sup", "inf", "lim", "arg",
    "argmax", "argmin", "det", "dim", "ker", "deg", "gcd", "Pr", "mod",
  ]
}

using System.Collections.Frozen;

namespace NotesBot.Commands.Formulas;

/// <summary>What commands and characters stand for.</summary>
internal static class TexSymbols
{
    private static readonly FrozenDictionary<string, TexSymbol> Named = All();

    /// <summary>Accents over one letter: the accent by itself, and the combining character.</summary>
    internal static FrozenDictionary<string, (string Mark, string Combining)> Accents { get; } = new Dictionary<string, (string, string)>
    {
        ["hat"] = ("^", "\u0302"),
        ["widehat"] = ("^", "\u0302"),
        ["tilde"] = ("~", "\u0303"),
        ["widetilde"] = ("~", "\u0303"),
        ["bar"] = ("¯", "\u0304"),
        ["overline"] = ("¯", "\u0305"),
        ["vec"] = ("→", "\u20D7"),
        ["overrightarrow"] = ("→", "\u20D7"),
        ["dot"] = ("˙", "\u0307"),
        ["ddot"] = ("¨", "\u0308"),
        ["check"] = ("ˇ", "\u030C"),
        ["breve"] = ("˘", "\u0306"),
        ["acute"] = ("´", "\u0301"),
        ["grave"] = ("`", "\u0300"),
        ["mathring"] = ("˚", "\u030A"),
        ["underline"] = ("_", "\u0332"),
    }.ToFrozenDictionary();

    /// <summary>Commands that only say how something is set, and hold nothing.</summary>
    internal static FrozenSet<string> Silent { get; } =
        Words("displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag big Big bigg Bigg bigl bigr Bigl Bigr "
            + "biggl biggr Biggl Biggr bigm Bigm biggm Biggm left right middle normalsize small large centering hfill").ToFrozenSet();

    /// <summary>Commands that are a space, but for those that take room away.</summary>
    internal static FrozenSet<string> Spaces { get; } = Words(", ; : > quad qquad enspace thinspace space").Append(" ").Append("\n").ToFrozenSet();

    /// <summary>The sign that a command without its backslash names; <see langword="null"/> for none.</summary>
    internal static TexSymbol? OfCommand(string name) => Named.GetValueOrDefault(name);

    /// <summary>The sign that a character is.</summary>
    internal static TexSymbol OfCharacter(string character) => new(character, character switch
    {
        "(" or "[" => TexKind.Open,
        ")" or "]" => TexKind.Close,
        "," or ";" => TexKind.Punctuation,
        "+" or "-" or "*" or "/" or "·" or "×" or "±" or "−" or "∪" or "∩" => TexKind.Binary,
        "=" or "<" or ">" or ":" or "≤" or "≥" or "≠" or "≈" or "∈" or "→" => TexKind.Relation,
        [>= '0' and <= '9'] => TexKind.Number,
        _ => TexKind.Ordinary,
    });

    private static FrozenDictionary<string, TexSymbol> All()
    {
        var symbols = new Dictionary<string, TexSymbol>();
        Add(symbols, TexKind.Ordinary, """
            alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο
            pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ
            Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ emptyset ∅ varnothing ∅ forall ∀
            exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ degree ° prime ′ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ imath ı jmath ȷ
            checkmark ✓ square □ blacksquare ■ triangle △ therefore ∴ because ∵ wp ℘ N ℕ R ℝ Z ℤ Q ℚ C ℂ
            % % $ $ # # & & _ _ backslash \ S § P ¶ copyright © pounds £ euro € dagger † intercal ⊺ Box □ lozenge ◊ eth ð mho ℧
            """);
        Add(symbols, TexKind.Binary, """
            cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • cap ∩ cup ∪ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ oplus ⊕ ominus ⊖ otimes ⊗
            odot ⊙ sqcup ⊔ sqcap ⊓ uplus ⊎ diamond ⋄ bmod mod wr ≀ amalg ⨿
            """);
        Add(symbols, TexKind.Relation, """
            le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋
            subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ nsubseteq ⊈ mid ∣ nmid ∤ parallel ∥ perp ⊥ to → rightarrow → leftarrow ←
            leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵
            Longrightarrow ⟹ longleftrightarrow ⟷ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ uparrow ↑ downarrow ↓ updownarrow ↕ models ⊨ vdash ⊢
            dashv ⊣ prec ≺ succ ≻ preceq ⪯ succeq ⪰ asymp ≍ doteq ≐ coloneqq ≔ triangleq ≜ lesssim ≲ gtrsim ≳ rightleftharpoons ⇌ leadsto ⇝
            colon : gets ← lt < gt > vartriangleleft ⊲ trianglelefteq ⊴ sqsubseteq ⊑ upharpoonleft ↿ downharpoonright ⇂ nearrow ↗ searrow ↘
            """);
        Add(symbols, TexKind.Open, "{ { lbrace { langle ⟨ lceil ⌈ lfloor ⌊ lvert | lVert ‖ lbrack [ lparen ( ulcorner ⌜");
        Add(symbols, TexKind.Close, "} } rbrace } rangle ⟩ rceil ⌉ rfloor ⌋ rvert | rVert ‖ rbrack ] rparen ) urcorner ⌝");
        Add(symbols, TexKind.Ordinary, "| ‖ Vert ‖ vert |");
        Add(symbols, TexKind.Large, """
            sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀ bigsqcup ⨆
            """);
        foreach (var name in Words("""
            sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim max min sup inf limsup liminf arg det dim gcd hom ker deg Pr
            """))
        {
            symbols[name] = new TexSymbol(name, TexKind.Function, IsNamed: true);
        }

        return symbols.ToFrozenDictionary();
    }

    private static void Add(Dictionary<string, TexSymbol> symbols, TexKind kind, string pairs)
    {
        foreach (var pair in Words(pairs).Chunk(2))
        {
            symbols[pair[0]] = new TexSymbol(pair[1], kind, IsNamed: true);
        }
    }

    private static string[] Words(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}

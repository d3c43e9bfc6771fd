using CsCheck;
using NotesBot.Commands.Formulas;
using NotesBot.Tests;

namespace NotesBot.Commands.Tests;

/// <summary>TeX as Unicode and as MathML.</summary>
public sealed class FormulaTests
{
    private const int Few = 300;
    private const int Many = 20_000;

    private static readonly string[] Parts =
    [
        "\\frac", "\\sqrt", "\\left(", "\\right)", "\\text{so}", "\\mathbb{R}", "\\hat", "\\begin{cases}", "\\end{cases}", "\\begin{aligned}",
        "\\end{aligned}", "\\\\", "&", "{", "}", "^", "_", "'", "[", "]", "x", "y", "7", "+", "=", "\\le", "\\sum", "\\foo", "\\", "$", " ", "é", "𝒳", "<", "\"",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, Parts.Length - 1].Select(index => Parts[index]);

    [Theory]
    [InlineData(@"P(Y \mid X)", "P(Y ∣ X)")]
    [InlineData(@"x_1^2 \le \alpha\cdot\beta", "x₁² ≤ α·β")]
    [InlineData(@"\sqrt{n}", "√n")]
    [InlineData(@"\sqrt{a + b}", "√(a + b)")]
    [InlineData(@"\sqrt[3]{x}", "∛x")]
    [InlineData(@"\sum_i x_i", "∑ᵢ xᵢ")]
    [InlineData(@"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ")]
    [InlineData(@"\frac{a}{b}", "a/b")]
    [InlineData(@"\frac{TP}{TP + FN}", "TP/(TP + FN)")]
    [InlineData(@"\frac{1}{n} \sum_i e_i", "1/n ∑ᵢ eᵢ")]
    [InlineData(@"\frac12 x", "(1/2) x")]
    [InlineData(@"a + b", "a + b")]
    [InlineData(@"a=b", "a=b")]
    [InlineData(@"f'(x) = 2x", "f′(x) = 2x")]
    [InlineData(@"\sigma(\beta x)", "σ(βx)")]
    [InlineData(@"t \in \mathbb{R}", "t ∈ ℝ")]
    [InlineData(@"|\mathcal{V}|", "|𝒱|")]
    [InlineData(@"\hat{y}", "y\u0302")]
    [InlineData(@"\bar{x} \pm s", "x̄ ± s")]
    [InlineData(@"\vec{v} \cdot \vec{w}", "v⃗ · w⃗")]
    [InlineData(@"\mathbf{x}^T \mathbf{y}", "𝐱ᵀ𝐲")]
    [InlineData(@"X \sim N(\mu, \sigma^2)", "X ∼ N(μ, σ²)")]
    [InlineData(@"O(n \log n)", "O(n log n)")]
    [InlineData(@"\log_2 n", "log₂ n")]
    [InlineData(@"\sin\theta", "sin θ")]
    [InlineData(@"\lim_{x \to 0} f(x)", "lim_(x → 0) f(x)")]
    [InlineData(@"\int_0^1 x^2 dx", "∫₀¹ x²dx")]
    [InlineData(@"\partial f / \partial x", "∂f / ∂x")]
    [InlineData(@"\nabla f = 0", "∇f = 0")]
    [InlineData(@"A \cup B \subseteq C", "A ∪ B ⊆ C")]
    [InlineData(@"A \cap \emptyset = \emptyset", "A ∩ ∅ = ∅")]
    [InlineData(@"\forall x \exists y", "∀x∃y")]
    [InlineData(@"p \land \lnot q \implies r", "p ∧ ¬q ⟹ r")]
    [InlineData(@"x \notin S", "x ∉ S")]
    [InlineData(@"a \not= b", "a ≠ b")]
    [InlineData(@"90^\circ", "90°")]
    [InlineData(@"25\%", "25%")]
    [InlineData(@"\{1, 2, \ldots, n\}", "{1, 2, …, n}")]
    [InlineData(@"\left( x, y \right)", "(x, y)")]
    [InlineData(@"\lVert x \rVert_2", "‖x‖₂")]
    [InlineData(@"\lfloor n/2 \rfloor", "⌊n/2⌋")]
    [InlineData(@"\langle u, v \rangle", "⟨u, v⟩")]
    [InlineData(@"W_Q, W_K", "W_Q, W_K")]
    [InlineData(@"d_{model} = 512", "d_(model) = 512")]
    [InlineData(@"w_{t-1}^{n}", "wₜ₋₁ⁿ")]
    [InlineData(@"a_{i}^{(k)}", "aᵢ⁽ᵏ⁾")]
    [InlineData(@"e^{-x}", "e⁻ˣ")]
    [InlineData(@"e^{i\pi} = -1", "e^(iπ) = -1")]
    [InlineData(@"2^{10} = 1024", "2¹⁰ = 1024")]
    [InlineData(@"x^*", "x*")]
    [InlineData(@"\text{ELU}(x)", "ELU(x)")]
    [InlineData(@"\text{N}_{2}\text{H}_{4}", "N₂H₄")]
    [InlineData(@"\operatorname{softmax}(z)", "softmax(z)")]
    [InlineData(@"\operatorname*{argmax} f", "argmax f")]
    [InlineData(@"\max(0, x)", "max(0, x)")]
    [InlineData(@"i = 1,2,\ldots", "i = 1,2,…")]
    [InlineData(@"n \times n", "n × n")]
    [InlineData(@"R_0 \to 0", "R₀ → 0")]
    [InlineData(@"\frac{68}{68 + 18} = 79.1\%", "68/(68 + 18) = 79.1%")]
    [InlineData(@"\frac{x^2}{\sigma^2}", "x²/σ²")]
    [InlineData(@"\binom{n}{k}", "C(n, k)")]
    [InlineData(@"x \approx 3.14", "x ≈ 3.14")]
    [InlineData(@"\Delta x \neq 0", "Δx ≠ 0")]
    [InlineData(@"\infty", "∞")]
    [InlineData(@"\Pr(A \mid B)", "Pr(A ∣ B)")]
    [InlineData(@"x_1,\, x_2", "x₁, x₂")]
    [InlineData(@"a ~:~ b", "a : b")]
    [InlineData(@"\displaystyle x^2", "x²")]
    [InlineData(@"(A^T A)^{-1} A^T b", "(AᵀA)⁻¹Aᵀb")]
    [InlineData(@"\begin{aligned} a &= b \\ &= c \end{aligned}", "a = b\n= c")]
    [InlineData(@"a \equiv b \pmod{n}", "a ≡ b (mod n)")]
    [InlineData(@"10^{-3}", "10⁻³")]
    [InlineData(@"\tilde{x}", "x̃")]
    [InlineData(@"f: A \to B", "f: A → B")]
    public void GivenAFormula_WhenNothingIsLost_ThenItIsUnicode(string tex, string expected)
    {
        var text = UnicodeFormula.Of(tex);

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData(@"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}")]
    [InlineData(@"\begin{pmatrix} a & b \\ c & d \end{pmatrix}")]
    [InlineData(@"\overline{AB}")]
    [InlineData(@"\hat{xy}")]
    [InlineData(@"\underbrace{a + b}_{c}")]
    [InlineData(@"\overset{a}{=}")]
    [InlineData(@"\xrightarrow{f}")]
    [InlineData(@"\foo{x}")]
    [InlineData(@"\color{red}{x}")]
    [InlineData(@"\boxed{x}")]
    [InlineData(@"\frac{a}{}")]
    [InlineData(@"x_{}")]
    [InlineData(@"{x")]
    [InlineData(@"x}")]
    [InlineData(@"\begin{tikzpicture} x \end{tikzpicture}")]
    [InlineData(@"\text{a \foo b}")]
    [InlineData(@"a \choose b")]
    public void GivenAFormula_WhenUnicodeWouldSayLess_ThenItStaysAsItIsWritten(string tex)
    {
        var (text, math) = (UnicodeFormula.Of(tex), MathMl.Of(tex, isDisplayed: false));

        Assert.Null(text);
        Assert.StartsWith("<math alttext=", math, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"x_1^2", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>")]
    [InlineData(@"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>")]
    [InlineData(@"\sqrt{n}", "<msqrt><mi>n</mi></msqrt>")]
    [InlineData(@"\sum_{i=1}^n", "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>")]
    [InlineData(@"\hat{xy}", "<mover accent=\"true\"><mrow><mi>x</mi><mi>y</mi></mrow><mo>^</mo></mover>")]
    [InlineData(@"a < \foo", "<mrow><mi>a</mi><mo>&lt;</mo><mtext>\\foo</mtext></mrow>")]
    [InlineData(@"12.5", "<mn>12.5</mn>")]
    public void GivenAFormula_WhenABrowserSetsIt_ThenItIsMathMl(string tex, string content)
    {
        var math = MathMl.Of(tex, isDisplayed: false);

        Assert.Contains($">{content}</math>", math, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAnyText_WhenItIsReadAsAFormula_ThenItEndsAndIsNeverLonger() =>
        Pieces.Array[0, 40].Select(string.Concat).Sample(
            tex =>
            {
                var (text, math) = (UnicodeFormula.Of(tex), MathMl.Of(tex, isDisplayed: true));

                Assert.True(text is null || text.Length <= tex.Length, tex);
                System.Xml.Linq.XElement.Parse(math);
            },
            iter: Trials.Of(Few, Many));

    [Fact]
    public void GivenAnyText_WhenItIsReadAsAFormula_ThenNoLetterOrDigitIsLost() =>
        Pieces.Array[0, 30].Select(string.Concat).Sample(
            tex =>
            {
                var letters = tex.Replace("\\sqrt", "", StringComparison.Ordinal).Count(letter => letter is 'y' or '7');
                var content = System.Xml.Linq.XElement.Parse(MathMl.Of(tex, isDisplayed: true)).Value;

                Assert.Equal(letters, content.Count(letter => letter is 'y' or '7'));
            },
            iter: Trials.Of(Few, Many));

    [Fact]
    public void GivenAThousandBraces_WhenTheyAreRead_ThenItEnds()
    {
        var tex = string.Concat(Enumerable.Repeat("{\\frac", 20_000));

        Assert.Null(UnicodeFormula.Of(tex));
        Assert.StartsWith("<math", MathMl.Of(tex[..3_900], isDisplayed: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("so $x^2$ and $y$ are", "x^2|y")]
    [InlineData("costs $5 and $10", "")]
    [InlineData("from $5 a month up to the next$ one", "")]
    [InlineData("a $ b $ c", "")]
    [InlineData("$$x = 1$$", "x = 1")]
    [InlineData("US$20 and $30", "")]
    public void GivenAText_WhenFormulasAreLookedFor_ThenAmountsAreNone(string text, string expected)
    {
        var found = FormulaSpan.In(text, 0, text.Length);

        Assert.Equal(expected, string.Join('|', found.Select(span => span.TexIn(text))));
    }

    [Fact]
    public void GivenAPassageWithAFormula_WhenItIsUnicode_ThenMarksStayAtTheirWords()
    {
        var block = new PassageBlock("t", "", "drift of $P(Y \\mid X)$ means drift")
        {
            Source = "a.md",
            Marks = [(0, 5), (29, 5)],
            Stretches = [new BodyStretch(StretchKind.Prose, 0, 34)],
        };

        var shown = FormulaBlock.Of(block);

        Assert.Equal("drift of P(Y ∣ X) means drift", shown.Body);
        Assert.Equal(["drift", "drift"], shown.Marks.Select(mark => shown.Body.Substring(mark.Start, mark.Length)));
        Assert.Equal(shown.Body.Length, shown.Stretches[0].Length);
    }
}

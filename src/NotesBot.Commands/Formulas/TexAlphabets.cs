using System.Collections.Frozen;
using System.Text;

namespace NotesBot.Commands.Formulas;

/// <summary>Letters that Unicode has in other shapes: bold, script, double-struck, small at the foot or head of a line.</summary>
internal static class TexAlphabets
{
    private static readonly FrozenDictionary<string, (int Capital, int Small, int Digit)> Styles = new Dictionary<string, (int, int, int)>
    {
        ["mathbf"] = (0x1D400, 0x1D41A, 0x1D7CE),
        ["boldsymbol"] = (0x1D400, 0x1D41A, 0x1D7CE),
        ["bm"] = (0x1D400, 0x1D41A, 0x1D7CE),
        ["textbf"] = (0x1D400, 0x1D41A, 0x1D7CE),
        ["mathcal"] = (0x1D49C, 0x1D4B6, 0),
        ["mathscr"] = (0x1D49C, 0x1D4B6, 0),
        ["mathfrak"] = (0x1D504, 0x1D51E, 0),
        ["mathbb"] = (0x1D538, 0x1D552, 0x1D7D8),
        ["mathsf"] = (0x1D5A0, 0x1D5BA, 0x1D7E2),
        ["mathtt"] = (0x1D670, 0x1D68A, 0x1D7F6),
    }.ToFrozenDictionary();

    /// <summary>Letters that Unicode had before the others of their alphabet.</summary>
    private static readonly FrozenDictionary<int, char> Older = new Dictionary<int, char>
    {
        [0x1D49D] = 'ℬ',
        [0x1D4A0] = 'ℰ',
        [0x1D4A1] = 'ℱ',
        [0x1D4A3] = 'ℋ',
        [0x1D4A4] = 'ℐ',
        [0x1D4A7] = 'ℒ',
        [0x1D4A8] = 'ℳ',
        [0x1D4AD] = 'ℛ',
        [0x1D4BA] = 'ℯ',
        [0x1D4BC] = 'ℊ',
        [0x1D4C4] = 'ℴ',
        [0x1D506] = 'ℭ',
        [0x1D50B] = 'ℌ',
        [0x1D50C] = 'ℑ',
        [0x1D515] = 'ℜ',
        [0x1D51D] = 'ℨ',
        [0x1D53A] = 'ℂ',
        [0x1D53F] = 'ℍ',
        [0x1D545] = 'ℕ',
        [0x1D547] = 'ℙ',
        [0x1D548] = 'ℚ',
        [0x1D549] = 'ℝ',
        [0x1D551] = 'ℤ',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Feet = Pairs(
        "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩϕᵩχᵪ");

    private static readonly FrozenDictionary<string, string> Heads = Pairs(
        "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻAᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂ"
        + "βᵝγᵞδᵟθᶿφᵠϕᵠχᵡ⊤ᵀ⊺ᵀ∘°′′**∗*††");

    /// <summary>Whether a command sets letters in another alphabet.</summary>
    internal static bool Has(string style) => Styles.ContainsKey(style);

    /// <summary>A letter or digit in the alphabet of a command; itself where there is none.</summary>
    internal static string Of(string letter, string style)
    {
        var (capital, small, digit) = Styles[style];
        return letter switch
        {
            [>= 'A' and <= 'Z' and var upper] => Shaped(capital + upper - 'A'),
            [>= 'a' and <= 'z' and var lower] => Shaped(small + lower - 'a'),
            [>= '0' and <= '9' and var number] when digit > 0 => Shaped(digit + number - '0'),
            _ => letter,
        };
    }

    /// <summary>The text at the foot of a line; <see langword="null"/> where a letter of it has no such shape.</summary>
    internal static string? Foot(string text) => Shaped(text, Feet);

    /// <summary>The text at the head of a line; <see langword="null"/> where a letter of it has no such shape.</summary>
    internal static string? Head(string text) => Shaped(text, Heads);

    private static string Shaped(int code) => Older.TryGetValue(code, out var older) ? older.ToString() : new Rune(code).ToString();

    private static string? Shaped(string text, FrozenDictionary<string, string> shapes)
    {
        var shaped = new StringBuilder();
        foreach (var letter in text.Where(letter => letter != ' '))
        {
            if (!shapes.TryGetValue(letter.ToString(), out var shape))
            {
                return null;
            }

            shaped.Append(shape);
        }

        return shaped.ToString();
    }

    private static FrozenDictionary<string, string> Pairs(string pairs)
    {
        var all = new Dictionary<string, string>();
        foreach (var pair in pairs.Chunk(2))
        {
            all[pair[0].ToString()] = pair[1].ToString();
        }

        return all.ToFrozenDictionary();
    }
}

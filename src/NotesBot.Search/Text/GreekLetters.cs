namespace NotesBot.Search.Text;

/// <summary>Greek letters that stand for a quantity, and what people call them who cannot type them: γ is gamma, χ² is chi2.</summary>
internal static class GreekLetters
{
    private const string Letters = "αβγδεζηθικλμνξοπρστυφχψω";

    private static readonly string[] Names =
        [.. "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega".Split(' ')];

    /// <summary>Letters of formulas in the order of Unicode: capitals and small ones, with variants.</summary>
    private const string OfFormulas = "αβγδεζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξοπρσστυφχψω∂εθκφρπ";

    /// <summary>The name of a term that is such a letter with nothing but digits behind it; <see langword="null"/> for others.</summary>
    internal static string? NameOf(string term)
    {
        var letter = term.Length == 0 || term[0] < 'α' ? -1 : Letters.IndexOf(term[0], StringComparison.Ordinal);
        return letter >= 0 && !term.AsSpan(1).ContainsAnyExceptInRange('0', '9') ? string.Concat(Names[letter], term.AsSpan(1)) : null;
    }

    /// <summary>The letter of a formula, by its place among those of one style.</summary>
    internal static char InFormula(int place) => OfFormulas[place];
}

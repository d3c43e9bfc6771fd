using NotesBot.Search.Queries;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>
/// Who asks an acronym alone asks what it is: a passage that spells it out ("HTLC, which means Hash TimeLocked Contract") comes before those
/// that only use it.
/// </summary>
internal sealed class IntroductionOrder(Scope scope)
{
    /// <summary>So many of the best passages are read for it: in a long text the acronym is used in dozens.</summary>
    private const int Read = 40;

    internal Ranked Order(Ranked ranked)
    {
        if (AcronymOf(ranked) is not { } acronym)
        {
            return ranked;
        }

        foreach (var candidate in ranked.Candidates.Take(Read).Where(candidate => HasItself(candidate, ranked.Meanings)))
        {
            if (candidate.PassageIn(scope.View) is { } passage && Initials.SpellOut(passage.Text, acronym))
            {
                candidate.IsSpelledOut = true;
                candidate.Score *= 1 + scope.Weights.Order.SpelledOut;
            }
        }

        return ranked with { Candidates = [.. ranked.Candidates.OrderByDescending(candidate => candidate.Score)] };
    }

    /// <summary>The letters of the acronym that is asked for; <see langword="null"/> where something else is.</summary>
    private string? AcronymOf(Ranked ranked)
    {
        var content = ranked.Meanings.Where(meaning => !meaning.Word.IsStop).ToList();
        if (content is not [var only])
        {
            return null;
        }

        var term = only.Word.Term;
        var singular = term.Length > Initials.Length && term[^1] == 's' && IsWrittenAsAcronym(term[..^1]) ? term[..^1] : term;
        return singular.Length >= Initials.Length && (only.Word.IsCapitals || IsWrittenAsAcronym(singular)) ? singular : null;
    }

    private bool IsWrittenAsAcronym(string term) => scope.Words.Frequency(term.ToUpperInvariant()) > 0;

    /// <summary>Whether the acronym itself stands in a passage, and not only what it may be short for.</summary>
    private static bool HasItself(Candidate candidate, IReadOnlyList<ScoredMeaning> meanings) =>
        candidate.Best.Where((best, word) => best >= 0 && meanings[word].Variants[best].Tier is Tier.Exact or Tier.Stem
            && !meanings[word].Word.IsStop).Any();
}

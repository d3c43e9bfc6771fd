using NotesBot.Notes;
using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Text;

namespace NotesBot.Search.Answers;

/// <summary>The query with its spelling corrected, in the letters of the passage that was found by it.</summary>
internal static class CorrectedQuery
{
    /// <summary><see langword="null"/> when nothing had to be corrected.</summary>
    internal static string? Of(string query, Ranked ranked, Passage passage)
    {
        var (meanings, first) = (ranked.Meanings, ranked.Candidates[0]);
        var corrected = query;
        for (var i = 0; i < meanings.Count; i++)
        {
            if (first.Best[i] >= 0 && meanings[i].Variants[first.Best[i]] is var variant && IsGuess(variant, meanings[i]))
            {
                corrected = corrected.Replace(meanings[i].Word.Text, AsWritten(variant.Terms[0], passage), StringComparison.OrdinalIgnoreCase);
            }
        }

        return corrected == query ? null : corrected;
    }

    /// <summary>Another word than the one that was typed: its spelling corrected, or a word that begins with it.</summary>
    private static bool IsGuess(Variant variant, ScoredMeaning meaning) => variant.Tier == Tier.Corrected
        || (variant.Tier == Tier.Beginning && !meaning.Variants.Any(other => other.Tier < Tier.Beginning));

    private static string AsWritten(string term, Passage passage)
    {
        foreach (var text in passage.Trail.Prepend(passage.Text))
        {
            if (WordReader.Read(text).Find(word => word.Term == term) is { Length: > 0 } word)
            {
                return text.Substring(word.Start, word.Length).ToLowerInvariant();
            }
        }

        return term;
    }
}

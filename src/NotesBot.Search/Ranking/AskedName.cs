using NotesBot.Search.Queries;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>The name of a thing that is asked for, in all the ways in which the notes may write it: words side by side, or an acronym.</summary>
internal sealed class AskedName
{
    /// <summary>So many characters may stand between two words of a name: a space, a hyphen, a bracket.</summary>
    private const int MaxBetween = 2;

    private readonly List<IReadOnlyList<IReadOnlyDictionary<string, double>>> _spellings;

    /// <param name="words">The words of the name in order, those that say nothing included.</param>
    internal AskedName(IReadOnlyList<ScoredMeaning> words) => _spellings = [[.. words.Select(TermsOf)], .. OthersOf(words)];

    /// <summary>Where the name stands in a text, and how sure it is that it is meant there.</summary>
    internal IEnumerable<(int Start, int End, double Certainty)> PlacesIn(string text, IReadOnlyList<Word> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var spelling in _spellings)
            {
                if (From(text, words, at, spelling) is { } place)
                {
                    yield return place;
                }
            }
        }
    }

    private static (int Start, int End, double Certainty)? From(
        string text, IReadOnlyList<Word> words, int at, IReadOnlyList<IReadOnlyDictionary<string, double>> spelling)
    {
        var (certainty, next) = (1.0, at);
        for (var i = 0; i < spelling.Count; i++, next++)
        {
            // A long form leaves out what gives the acronym no letter: "child pays for parent".
            next += i > 0 && next < words.Count && !spelling[i].ContainsKey(words[next].Term) && Initials.Connects(words[next].Term) ? 1 : 0;
            if (next >= words.Count || !spelling[i].TryGetValue(words[next].Term, out var sure)
                || (i > 0 && !IsBeside(text, words[next - 1], words[next])))
            {
                return null;
            }

            certainty = Math.Min(certainty, sure);
        }

        return (words[at].Start, words[next - 1].End, certainty);
    }

    private static bool IsBeside(string text, Word one, Word next) =>
        next.Start - one.End <= MaxBetween && !text.AsSpan(one.End, Math.Max(0, next.Start - one.End)).Contains('\n');

    /// <summary>What may stand for one word of it.</summary>
    private static Dictionary<string, double> TermsOf(ScoredMeaning word)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal) { [word.Word.Term] = 1 };
        foreach (var variant in word.Variants)
        {
            if (variant is { Terms: [var term], Tier: Tier.Exact or Tier.Stem or Tier.Synonym or Tier.Corrected or Tier.Beginning })
            {
                terms.TryAdd(term, variant.Weight);
            }
        }

        return terms;
    }

    /// <summary>What stands for all of it: its acronym, its long form, its words in one.</summary>
    private static IEnumerable<IReadOnlyList<IReadOnlyDictionary<string, double>>> OthersOf(IReadOnlyList<ScoredMeaning> words)
    {
        var content = words.Where(word => !word.Word.IsStop).ToList();
        return content.Count == 0
            ? []
            : from variant in content[0].Variants
              where variant.Tier is Tier.Acronym or Tier.Joined || (variant.Tier != Tier.Related && variant.Terms.Count > 1)
              where content.TrueForAll(word => word.Variants.Any(other => other.Terms.SequenceEqual(variant.Terms)))
              select (IReadOnlyList<IReadOnlyDictionary<string, double>>)[.. variant.Terms.Select(term =>
                  new Dictionary<string, double>(StringComparer.Ordinal) { [term.ToLowerInvariant()] = variant.Weight })];
    }
}

using NotesBot.Search.Text;

namespace NotesBot.Search.Suggesting;

/// <summary>
/// Whether a heading goes on with what was typed but for slips of the finger, in any word, also in one that is only half typed.
/// </summary>
/// <param name="typed">Folded words, a space before each.</param>
internal sealed class SlipMatch(string typed)
{
    /// <summary>Shorter words are near to everything.</summary>
    private const int MinLength = 4;

    /// <summary>From this length on two slips are forgiven.</summary>
    private const int LongLength = 7;

    private readonly (string Word, Edits Edits)[] _words =
        [.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, new Edits(word)))];

    /// <summary>How many slips lie between; -1 when it is another heading.</summary>
    internal int Place(string heading)
    {
        var words = heading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slips = 0;
        foreach (var (word, edits) in _words)
        {
            var fewest = words.Min(other => Slips(word, edits, other));
            if (fewest > Limit(word))
            {
                return -1;
            }

            slips += fewest;
        }

        return _words.Length == 0 ? -1 : slips;
    }

    /// <summary>The slips between a typed word and the beginning of another that is about as long.</summary>
    private static int Slips(string word, Edits edits, string other)
    {
        if (other.StartsWith(word, StringComparison.Ordinal))
        {
            return 0;
        }

        var limit = Limit(word);
        var fewest = limit + 1;
        for (var length = word.Length - limit; limit > 0 && length <= word.Length + limit && length <= other.Length; length++)
        {
            fewest = Math.Min(fewest, edits.To(other.AsSpan(0, length), limit));
        }

        return fewest;
    }

    private static int Limit(string word) => word.Length < MinLength ? 0 : word.Length < LongLength ? 1 : 2;
}

namespace NotesBot.Search.Store;

/// <summary>The words that a library has. For one query, on one thread.</summary>
internal sealed class LibraryWords(TermReader terms)
{
    /// <summary>A word in no more passages than this may be in deleted ones only, which is then looked up.</summary>
    private const int Rare = 8;

    /// <summary>Of more words than this none is looked up: some of them are in the notes.</summary>
    private const int MaxLookedUp = 64;

    /// <summary>In how many passages a word is; 0 when the library does not have it.</summary>
    internal int Frequency(string word)
    {
        var frequency = 0;
        for (var leaf = 0; leaf < terms.Words.Length; leaf++)
        {
            if (terms.Words[leaf].Find(word) is >= 0 and var found)
            {
                frequency += LiveFrequency(word, leaf, terms.Words[leaf].FrequencyOf(found));
            }
        }

        return frequency;
    }

    /// <summary>The words with a beginning, and in how many passages each is.</summary>
    internal Dictionary<string, int> StartingWith(string beginning)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        AddStarting(beginning, found);
        return found;
    }

    /// <summary>Adds the words with a beginning, and in how many passages each is.</summary>
    internal void AddStarting(string beginning, Dictionary<string, int> all)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var words in terms.Words)
        {
            words.AddStarting(beginning, found);
        }

        foreach (var (word, frequency) in Living(found))
        {
            all[word] = frequency;
        }
    }

    /// <summary>The words within a distance of one that the library does not have.</summary>
    internal Dictionary<string, int> Near(string word, int limit)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var words in terms.Words)
        {
            words.AddNear(word, limit, found);
        }

        return Living(found);
    }

    /// <summary>The words that hold a word inside or at their end.</summary>
    internal Dictionary<string, int> Holding(string part)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var words in terms.Words)
        {
            words.AddHolding(part, found);
        }

        return Living(found);
    }

    private int LiveFrequency(string word, int leaf, int frequency) =>
        frequency <= Rare && terms.View.Leaves[leaf].HasDeletions && terms.Open(leaf, word, positions: false)?.NextDoc() is null or Postings.End
            ? 0
            : frequency;

    private Dictionary<string, int> Living(Dictionary<string, int> found) => found.Count > MaxLookedUp || !terms.View.Reader.HasDeletions
        ? found
        : found.Where(pair => pair.Value > Rare || Frequency(pair.Key) > 0).ToDictionary(StringComparer.Ordinal);
}

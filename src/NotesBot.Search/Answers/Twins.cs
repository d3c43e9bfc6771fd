using NotesBot.Notes;
using NotesBot.Search.Text;

namespace NotesBot.Search.Answers;

/// <summary>Notices passages that say what another hit already says: the same note under two names, a printout of a notebook.</summary>
internal sealed class Twins(AnswerWeights weights)
{
    /// <summary>Words that are compared together.</summary>
    private const int Run = 4;

    private readonly List<HashSet<int>> _seen = [];

    /// <summary>Which of the passages before it says the same; a new one gives -1 and is remembered.</summary>
    internal int Find(Passage passage)
    {
        var runs = RunsOf(passage);
        var twin = _seen.FindIndex(other => Overlap(runs, other) >= weights.Twin);
        if (twin < 0)
        {
            _seen.Add(runs);
        }

        return twin;
    }

    /// <summary>Whether a passage should stand for its twin: a note rather than its printout, since one can go to the line.</summary>
    internal static bool IsBetter(Passage passage, Passage twin) => twin.Page is not null && passage.Page is null;

    private HashSet<int> RunsOf(Passage passage)
    {
        // A short passage is told apart by its heading: "see below" under two headings is two places.
        var text = passage.Text.Length < weights.ShortTwin ? $"{string.Join(' ', passage.Trail)} {passage.Text}" : passage.Text;
        var words = WordReader.Read(text).Where(word => word.Reading == Reading.Whole).Select(word => word.Term).ToList();
        var runs = new HashSet<int>();
        for (var i = 0; i + Run <= Math.Max(words.Count, Run); i++)
        {
            var hash = default(HashCode);
            foreach (var word in words.Skip(i).Take(Run))
            {
                hash.Add(word, StringComparer.Ordinal);
            }

            runs.Add(hash.ToHashCode());
        }

        return runs;
    }

    private double Overlap(HashSet<int> one, HashSet<int> other)
    {
        var (few, many) = one.Count < other.Count ? (one, other) : (other, one);
        return many.Count * weights.Twin > few.Count * 1.5 ? 0 : few.Count(many.Contains) / (double)Math.Max(1, many.Count);
    }
}

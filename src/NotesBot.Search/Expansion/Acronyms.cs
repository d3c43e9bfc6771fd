using NotesBot.Search.Analysis;
using NotesBot.Search.Lexicon;
using NotesBot.Search.Queries;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Expansion;

/// <summary>What acronyms stand for in these notes, and how these notes shorten what was spelled out.</summary>
internal sealed class Acronyms(IndexView view)
{
    private const double LongFormUnknown = 0.8;
    private const double LongFormKnown = 0.6;
    private const double ShortForm = 0.6;
    private const int MaxRuns = 3;
    private const int MaxPassages = 120;

    /// <summary>Farthest that two words of a long form are apart: an article or "and" may stand between.</summary>
    private const int Reach = 3;

    internal void AddLongForms(QueryWord word, List<Variant> variants)
    {
        var letters = word.Term;
        if (letters.Length is < Initials.Length or > 7 || letters.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return;
        }

        var weight = variants.Count == 0 ? LongFormUnknown : LongFormKnown;
        var runs = RunsOf(letters).OrderByDescending(run => run.Value.Worth).Take(MaxRuns).ToList();
        variants.AddRange(runs.Select(run => new Variant(run.Value.Terms, weight, Tier.Acronym, run.Value.Count) { Reach = Reach }));
    }

    /// <summary>"neural architecture search" finds a passage that only says NAS.</summary>
    internal static void AddAcronymsOfRuns(SearchQuery query, LibraryWords words, List<Variant>[] variants)
    {
        var content = query.Content.ToList();
        for (var first = 0; first < content.Count; first++)
        {
            for (var count = Initials.Length; count <= 6 && first + count <= content.Count; count++)
            {
                AddAcronymOf(content.GetRange(first, count), words, variants);
            }
        }
    }

    private static void AddAcronymOf(List<QueryWord> run, LibraryWords words, List<Variant>[] variants)
    {
        var acronym = string.Concat(run.Select(word => char.ToUpperInvariant(word.Term[0])));
        if (words.Frequency(acronym) is not (> 0 and var frequency))
        {
            return;
        }

        foreach (var word in run)
        {
            variants[word.Index].Add(Variant.Of(acronym, ShortForm, Tier.Acronym, frequency));
        }
    }

    private Dictionary<string, Run> RunsOf(string letters)
    {
        var runs = new Dictionary<string, Run>(StringComparer.Ordinal);
        foreach (var document in PassagesWith(letters).Take(MaxPassages))
        {
            if (view.PassageOf(document) is { } passage)
            {
                AddRuns(passage.Trail.Append(passage.Text), letters, runs);
            }
        }

        return runs;
    }

    private IEnumerable<int> PassagesWith(string letters)
    {
        var found = view.DocumentsWith(IndexFields.Initials, letters[..Initials.Length]).ToHashSet();
        for (var at = 1; at + Initials.Length <= letters.Length && found.Count > 0; at++)
        {
            found.IntersectWith(view.DocumentsWith(IndexFields.Initials, letters.Substring(at, Initials.Length)));
        }

        return found.Order();
    }

    private static void AddRuns(IEnumerable<string> texts, string letters, Dictionary<string, Run> runs)
    {
        foreach (var text in texts)
        {
            foreach (var terms in Initials.Runs(text, letters))
            {
                var key = string.Join(' ', terms);
                runs[key] = new Run(terms, runs.GetValueOrDefault(key).Count + 1);
            }
        }
    }

    private readonly record struct Run(IReadOnlyList<string> Terms, int Count)
    {
        internal int Worth => Count;
    }
}

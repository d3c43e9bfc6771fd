using NotesBot.Notes;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Queries;

/// <summary>What acronyms stand for in these notes, and how these notes shorten what was spelled out.</summary>
internal sealed class Acronyms(Scope scope)
{
    private const int MaxRuns = 3;

    /// <summary>So many words of a question may be one acronym.</summary>
    private const int MaxRun = 6;

    private const int MaxPassages = 120;

    /// <summary>Shortest word of two that are written in one.</summary>
    private const int MinPart = 3;

    /// <summary>So many passages with an acronym are asked what it is short for.</summary>
    private const int MaxOfAcronym = 20;

    /// <summary>So many characters before an acronym may spell it out.</summary>
    private const int MaxLongForm = 100;

    /// <summary>Farthest that two words of a long form are apart: an article or "and" may stand between.</summary>
    private const int Reach = 3;

    /// <summary>So many passages one question may have read for all its acronyms.</summary>
    private const int MaxRead = 360;

    private readonly AcronymWeights _weights = scope.Weights.Acronyms;
    private readonly IndexView _view = scope.View;
    private readonly LibraryWords _words = scope.Words;
    private int _left = MaxRead;

    internal void AddLongForms(QueryWord word, List<Variant> variants)
    {
        var letters = word.Term;
        if (letters.Length is < Initials.Length or > 7 || letters.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return;
        }

        AddReordered(letters, variants);
        var weight = variants.Count == 0 ? _weights.LongFormUnknown : _weights.LongFormKnown;
        var runs = RunsOf(letters).OrderByDescending(run => run.Value.Count).ThenBy(run => run.Key, StringComparer.Ordinal).Take(MaxRuns).ToList();
        variants.AddRange(runs.Select(run =>
            new Variant(run.Value.Terms, run.Value.Count >= _weights.Sure ? weight : weight * _weights.Doubtful, Tier.Acronym, run.Value.Count) { Reach = Reach }));
    }

    /// <summary>"neural architecture search" finds a passage that only says NAS.</summary>
    internal void AddAcronymsOfRuns(SearchQuery query, List<Variant>[] variants)
    {
        var content = query.Content.ToList();
        for (var first = 0; first < content.Count; first++)
        {
            for (var count = 1; count <= MaxRun && first + count <= content.Count; count++)
            {
                if (count > 1 && !IsOneName(query, content[first + count - 2], content[first + count - 1]))
                {
                    break;
                }

                if (count >= Initials.Length)
                {
                    AddAcronymOf(content.GetRange(first, count), variants);
                }
            }
        }
    }

    /// <summary>Whether nothing stands between two words that would end a name.</summary>
    private static bool IsOneName(SearchQuery query, QueryWord one, QueryWord next) =>
        query.Words.Skip(one.Index + 1).Take(next.Index - one.Index - 1).All(word => Initials.Connects(word.Term));

    private void AddAcronymOf(List<QueryWord> run, List<Variant>[] variants)
    {
        var acronym = string.Concat(run.Select(word => char.ToUpperInvariant(word.Term[0])));
        if (_words.Frequency(acronym) is not (> 0 and var frequency))
        {
            return;
        }

        var spelledOut = LongFormsOf(acronym);
        if (spelledOut.Count > 0 && !spelledOut.Exists(terms => terms.Zip(run).All(pair => BeginAlike(pair.First, pair.Second.Term))))
        {
            return;
        }

        // Three words, and hardly four, have by chance the initials of an acronym of which the notes do not say what it is short for.
        var weight = spelledOut.Count > 0 || run.Count > Initials.Length ? _weights.ShortForm : _weights.ShortForm * _weights.Doubtful;
        foreach (var word in run)
        {
            variants[word.Index].Add(Variant.Of(acronym, weight, Tier.Acronym, frequency));
        }
    }

    /// <summary>What the notes say that the acronym is short for.</summary>
    private List<IReadOnlyList<string>> LongFormsOf(string acronym) =>
        [.. Read(_view.DocumentsWith(IndexFields.Text, acronym), MaxOfAcronym).SelectMany(passage => LongFormsIn(passage.Text, acronym))];

    /// <summary>The first passages of these, as far as the question may still read.</summary>
    private IEnumerable<Passage> Read(IEnumerable<int> documents, int most)
    {
        foreach (var document in documents.Take(Math.Min(most, _left)))
        {
            _left--;
            if (_view.PassageOf(document) is { } passage)
            {
                yield return passage;
            }
        }
    }

    /// <summary>What stands before the acronym in brackets and has its initials.</summary>
    private static IEnumerable<IReadOnlyList<string>> LongFormsIn(string text, string acronym)
    {
        for (var at = -1; (at = text.IndexOf($"({acronym}", at + 1, StringComparison.Ordinal)) >= 0;)
        {
            var before = text[Math.Max(0, at - MaxLongForm)..at];
            foreach (var (terms, _) in Initials.Runs(before, acronym.ToLowerInvariant()))
            {
                yield return terms;
            }
        }
    }

    /// <summary>Forms of one word do.</summary>
    private static bool BeginAlike(string one, string other) =>
        one.AsSpan().CommonPrefixLength(other) >= Math.Min(4, Math.Min(one.Length, other.Length));

    /// <summary>Other languages order the words otherwise, and with them the letters: RGPD is GDPR.</summary>
    private void AddReordered(string letters, List<Variant> variants)
    {
        if (variants.Count > 0 || letters.Length is < 3 or > 5)
        {
            return;
        }

        foreach (var other in Orders(letters.ToUpperInvariant()).Distinct(StringComparer.Ordinal))
        {
            if (_words.Frequency(other) is > 0 and var frequency)
            {
                variants.Add(Variant.Of(other, _weights.Reordered, Tier.Acronym, frequency));
            }
        }
    }

    private static IEnumerable<string> Orders(string letters)
    {
        if (letters.Length <= 1)
        {
            return [letters];
        }

        return Enumerable.Range(0, letters.Length)
            .SelectMany(i => Orders(letters.Remove(i, 1)).Select(others => letters[i] + others));
    }

    private Dictionary<string, Run> RunsOf(string letters)
    {
        var runs = new Dictionary<string, Run>(StringComparer.Ordinal);
        AddRuns(letters, skipped: -1, runs);
        for (var skipped = 1; skipped < letters.Length && runs.Count == 0 && letters.Length > Initials.Length; skipped++)
        {
            AddRuns(letters, skipped, runs);
        }

        return runs;
    }

    /// <summary>The runs with these initials; a skipped letter is one that stands inside the word before: the F of Tensorflow.</summary>
    private void AddRuns(string letters, int skipped, Dictionary<string, Run> runs)
    {
        var initials = skipped < 0 ? letters : letters.Remove(skipped, 1);
        foreach (var passage in Read(PassagesWith(initials), MaxPassages))
        {
            AddRuns(passage.Trail.Append(passage.Text), initials, Holds, runs);
        }

        bool Holds(IReadOnlyList<string> terms) => skipped < 0 || BeginsPart(terms[skipped - 1], letters[skipped]);
    }

    /// <summary>Whether a word may be two in one of which a letter begins the second: the F of Tensorflow, and not the last letter of model.</summary>
    private static bool BeginsPart(string term, char letter) =>
        term.Length >= 2 * MinPart && term.IndexOf(letter, MinPart, term.Length - (2 * MinPart) + 1) >= 0;

    private IEnumerable<int> PassagesWith(string letters)
    {
        var found = _view.DocumentsWith(IndexFields.Initials, letters[..Initials.Length]).ToHashSet();
        for (var at = 1; at + Initials.Length <= letters.Length && found.Count > 0; at++)
        {
            found.IntersectWith(_view.DocumentsWith(IndexFields.Initials, letters.Substring(at, Initials.Length)));
        }

        return found.Order();
    }

    private void AddRuns(
        IEnumerable<string> texts, string initials, Predicate<IReadOnlyList<string>> holds, Dictionary<string, Run> runs)
    {
        foreach (var (terms, isName) in texts.SelectMany(text => Initials.Runs(text, initials)).Where(run => holds(run.Terms)))
        {
            var key = string.Join(' ', terms);
            runs[key] = new Run(terms, runs.GetValueOrDefault(key).Count + (isName ? _weights.Sure : 1));
        }
    }

    private readonly record struct Run(IReadOnlyList<string> Terms, int Count);
}

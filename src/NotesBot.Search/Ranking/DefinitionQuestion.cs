using NotesBot.Search.Queries;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>
/// A question for what something is ("what is data drift", "define recall"), for how things differ ("precision vs recall"), or the bare name
/// of something ("data drift"), which asks the same in fewer words.
/// </summary>
internal sealed class DefinitionQuestion
{
    private static readonly HashSet<string> Whats = Vocabulary.Of(language => language.Whats);
    private static readonly HashSet<string> Verbs = Vocabulary.Of(language => language.AskingVerbs);
    private static readonly HashSet<string> Asking = Vocabulary.Of(language => language.Asking);
    private static readonly HashSet<string> Joining = Vocabulary.Of(language => language.Joining);
    private static readonly HashSet<string> Inside = Vocabulary.Of(language => language.Inside);
    private static readonly HashSet<string> Differing = Vocabulary.Of(language => language.Differing);

    /// <summary>So far on is the next of several things: "and" and an article stand between.</summary>
    private const int MaxJoined = 3;

    private readonly List<ScoredMeaning> _words;

    private DefinitionQuestion(List<ScoredMeaning> words, List<(int First, int Last)> things, int last)
    {
        _words = words;
        Things = things.ConvertAll(NameOf);
        Whole = NameOf((things[0].First, last));
    }

    /// <summary>The things that are asked for.</summary>
    internal List<AskedName> Things { get; }

    /// <summary>All from the first of them on as one name: "thresholds and alarms", "start with a model".</summary>
    internal AskedName Whole { get; }

    /// <summary>Whether a bare name is asked for, in no words of a question.</summary>
    internal bool IsBare { get; private init; }

    /// <summary>The question; <see langword="null"/> when something else is asked.</summary>
    /// <param name="meanings">The words of the question, each once.</param>
    /// <param name="text">The question as it was typed.</param>
    /// <param name="longest">Words of content of the longest bare name.</param>
    internal static DefinitionQuestion? Of(IReadOnlyList<ScoredMeaning> meanings, string text, int longest)
    {
        var words = WordsOf(meanings, text);
        var runs = Runs(words);
        if (runs.Count > 1 && words.Exists(word => IsOneOf(word, Differing)))
        {
            return new DefinitionQuestion(words, runs, runs[^1].Last);
        }

        if (runs.Count > 0 && words.Count(word => !word.Word.IsStop) <= longest && IsName(words))
        {
            return new DefinitionQuestion(words, [(runs[0].First, runs[^1].Last)], runs[^1].Last) { IsBare = true };
        }

        var asked = Enumerable.Range(0, words.Count).FirstOrDefault(word => Asks(words, word), -1);
        if (runs.Count == 0 || asked < 0)
        {
            return null;
        }

        var subject = runs.FindIndex(run => run.First > asked);
        return new DefinitionQuestion(words, JoinedFrom(subject < 0 ? runs.Count - 1 : subject, runs, words), runs[^1].Last);
    }

    /// <summary>The words of the question as they follow each other, those that come again included.</summary>
    private static List<ScoredMeaning> WordsOf(IReadOnlyList<ScoredMeaning> meanings, string text)
    {
        var byTerm = meanings.ToDictionary(meaning => meaning.Word.Term, StringComparer.Ordinal);
        return [.. WordReader.Read(text).Where(word => word.Reading == Reading.Whole && byTerm.ContainsKey(word.Term)).Select(word => byTerm[word.Term])];
    }

    /// <summary>Whether nothing stands there but words of content and what may stand between them.</summary>
    private static bool IsName(List<ScoredMeaning> words) =>
        words.TrueForAll(word => (!word.Word.IsStop && !IsOneOf(word, Asking)) || word.Word.IsIdle || Initials.Connects(word.Word.Term));

    private AskedName NameOf((int First, int Last) run) => new(_words.GetRange(run.First, run.Last + 1 - run.First));

    /// <summary>The name and those that it is joined with: "precision and recall", "a tuple and a set".</summary>
    private static List<(int First, int Last)> JoinedFrom(int subject, List<(int First, int Last)> runs, List<ScoredMeaning> words)
    {
        var last = subject;
        while (last + 1 < runs.Count && runs[last + 1].First - runs[last].Last <= MaxJoined && IsOneOf(words[runs[last].Last + 1], Joining))
        {
            last++;
        }

        return runs.GetRange(subject, last + 1 - subject);
    }

    /// <summary>"What's" is read as "what": then the names of things follow up to the end.</summary>
    private static bool Asks(List<ScoredMeaning> words, int word) =>
        IsOneOf(words[word], Asking)
        || (Whats.Contains(words[word].Word.Term) && word + 1 < words.Count
            && (Verbs.Contains(words[word + 1].Word.Term) || words.Skip(word + 1).All(other => !other.Word.IsStop)));

    /// <summary>Whether a word is one of some, rightly spelt or not.</summary>
    private static bool IsOneOf(ScoredMeaning meaning, HashSet<string> words) => words.Contains(meaning.Word.Term)
        || meaning.Variants.Any(variant => variant is { Tier: Tier.Corrected, Terms: [var term] } && words.Contains(term));

    /// <summary>Words of content that follow each other, only "of" and the like between: the names of things.</summary>
    private static List<(int First, int Last)> Runs(List<ScoredMeaning> words)
    {
        var runs = new List<(int First, int Last)>();
        for (var word = 0; word < words.Count; word++)
        {
            if (words[word].Word.IsStop || IsOneOf(words[word], Asking) || IsOneOf(words[word], Differing))
            {
                continue;
            }

            if (runs.Count > 0 && (runs[^1].Last == word - 1 || (word - runs[^1].Last <= MaxJoined && IsOneOf(words[runs[^1].Last + 1], Inside))))
            {
                runs[^1] = (runs[^1].First, word);
            }
            else
            {
                runs.Add((word, word));
            }
        }

        return runs;
    }
}

using NotesBot.Search.Queries;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Ranking;

/// <summary>A question for what something is ("what is data drift", "define recall") or for how things differ ("precision vs recall").</summary>
internal sealed class DefinitionQuestion
{
    private static readonly HashSet<string> Whats = KnownLanguages.Words(language => language.Whats);
    private static readonly HashSet<string> Verbs = KnownLanguages.Words(language => language.AskingVerbs);
    private static readonly HashSet<string> Asking = KnownLanguages.Words(language => language.Asking);
    private static readonly HashSet<string> Joining = KnownLanguages.Words(language => language.Joining);
    private static readonly HashSet<string> Differing = KnownLanguages.Words(language => language.Differing);

    /// <summary>So far on is the next of several things: "and" and an article stand between.</summary>
    private const int MaxJoined = 3;

    private DefinitionQuestion(List<(int First, int Last)> subjects) => Subjects = subjects;

    /// <summary>The things that are asked for, each by the numbers of its first and last word.</summary>
    internal List<(int First, int Last)> Subjects { get; }

    /// <summary>The question; <see langword="null"/> when something else is asked.</summary>
    internal static DefinitionQuestion? Of(IReadOnlyList<ScoredMeaning> meanings)
    {
        var runs = Runs(meanings);
        if (runs.Count > 1 && meanings.Any(meaning => IsOneOf(meaning, Differing)))
        {
            return new DefinitionQuestion(runs);
        }

        var asked = Enumerable.Range(0, meanings.Count).FirstOrDefault(word => Asks(meanings, word), -1);
        if (asked < 0 || runs.Count == 0)
        {
            return null;
        }

        var subject = runs.FindIndex(run => run.First > asked);
        return new DefinitionQuestion(JoinedFrom(subject < 0 ? runs.Count - 1 : subject, runs, meanings));
    }

    /// <summary>The name and those that it is joined with: "precision and recall", "a tuple and a set".</summary>
    private static List<(int First, int Last)> JoinedFrom(int subject, List<(int First, int Last)> runs, IReadOnlyList<ScoredMeaning> meanings)
    {
        var last = subject;
        while (last + 1 < runs.Count && runs[last + 1].First - runs[last].Last <= MaxJoined && IsOneOf(meanings[runs[last].Last + 1], Joining))
        {
            last++;
        }

        return runs.GetRange(subject, last + 1 - subject);
    }

    /// <summary>"What's" is read as "what": then the names of things follow up to the end.</summary>
    private static bool Asks(IReadOnlyList<ScoredMeaning> meanings, int word) =>
        IsOneOf(meanings[word], Asking)
        || (Whats.Contains(meanings[word].Word.Term) && word + 1 < meanings.Count
            && (Verbs.Contains(meanings[word + 1].Word.Term) || meanings.Skip(word + 1).All(meaning => !meaning.Word.IsStop)));

    /// <summary>Whether a word is one of some, rightly spelt or not.</summary>
    private static bool IsOneOf(ScoredMeaning meaning, HashSet<string> words) => words.Contains(meaning.Word.Term)
        || meaning.Variants.Any(variant => variant is { Tier: Tier.Corrected, Terms: [var term] } && words.Contains(term));

    /// <summary>Content words that follow each other without any other word between: the names of things.</summary>
    private static List<(int First, int Last)> Runs(IReadOnlyList<ScoredMeaning> meanings)
    {
        var runs = new List<(int First, int Last)>();
        for (var word = 0; word < meanings.Count; word++)
        {
            if (meanings[word].Word.IsStop || IsOneOf(meanings[word], Asking) || IsOneOf(meanings[word], Differing))
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].Last == word - 1)
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

using NotesBot.Notes;
using NotesBot.Search.Queries;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>
/// A question for what something is ("what is data drift", "define recall") or for how things differ ("precision vs recall"), and which
/// passages say it ("data drift is", "Recall: the share").
/// </summary>
internal sealed class DefinitionQuestion
{
    /// <summary>How much more a passage counts that says what all the things are that were asked for.</summary>
    private const double Gain = 0.2;

    /// <summary>So many of the best passages are read for it.</summary>
    private const int Read = 10;

    /// <summary>So many characters may stand between two words of a name: a space, a hyphen.</summary>
    private const int MaxBetween = 2;

    private static readonly string[] Whats = ["what", "was", "que", "quoi"];
    private static readonly string[] Copulas = ["is", "are", "does", "do", "ist", "sind", "bedeutet", "es", "son", "est", "sont"];
    private static readonly string[] Asking = ["whats", "define", "definition", "explain", "definiere", "erklare"];

    /// <summary>So far on is the next of several things: "and" and an article stand between.</summary>
    private const int MaxJoined = 3;

    private static readonly string[] Joining = ["and", "or", "und", "oder", "et", "ou", "y", "o"];
    private static readonly string[] Comparing =
        ["difference", "differences", "differ", "vs", "versus", "compare", "comparison", "unterschied", "unterschiede"];

    private readonly MatchedTerms _terms;
    private readonly List<(int First, int Last)> _subjects;

    private DefinitionQuestion(IReadOnlyList<ScoredMeaning> meanings, List<(int First, int Last)> subjects) =>
        (_terms, _subjects) = (new MatchedTerms(meanings), subjects);

    /// <summary>The question; <see langword="null"/> when something else is asked.</summary>
    internal static DefinitionQuestion? Of(IReadOnlyList<ScoredMeaning> meanings)
    {
        var runs = Runs(meanings);
        if (runs.Count > 1 && meanings.Any(meaning => IsOneOf(meaning, Comparing)))
        {
            return new DefinitionQuestion(meanings, runs);
        }

        var asked = Enumerable.Range(0, meanings.Count).FirstOrDefault(word => Asks(meanings, word), -1);
        if (asked < 0 || runs.Count == 0)
        {
            return null;
        }

        var subject = runs.FindIndex(run => run.First > asked);
        return new DefinitionQuestion(meanings, JoinedFrom(subject < 0 ? runs.Count - 1 : subject, runs, meanings));
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

    /// <summary>The same passages, those before others that say what was asked.</summary>
    internal List<Candidate> Order(List<Candidate> ranked, IndexView view)
    {
        foreach (var candidate in ranked.Take(Read))
        {
            if (candidate.PassageIn(view) is { } passage)
            {
                candidate.Defined = DefinedIn(passage.Text, candidate);
                candidate.Score *= 1 + (Gain * candidate.Defined);
            }
        }

        return [.. ranked.OrderByDescending(candidate => candidate.Score)];
    }

    /// <summary>Where a colon follows each of several things that were asked for, it is sure that they are told apart there.</summary>
    private double DefinedIn(string text, Candidate candidate)
    {
        var matches = _terms.In(text, 0, text.Length);
        var certainties = _subjects.ConvertAll(subject => IsNamedByHeading(candidate, subject)
            ? 1 : Enumerable.Range(0, matches.Count).Select(at => DefinedAt(text, matches, at, subject)).DefaultIfEmpty(0).Max());
        return certainties.Count > 1 && certainties.TrueForAll(certainty => certainty > 0) ? 1 : certainties.Average();
    }

    /// <summary>Whether the passage defines something, and stands under the name of the subject.</summary>
    private static bool IsNamedByHeading(Candidate candidate, (int First, int Last) subject) =>
        candidate.Shape.Kind == PassageKind.Definition
        && Enumerable.Range(subject.First, subject.Last - subject.First + 1).All(word =>
            candidate.Positions[word]?.Exists(place => place >= candidate.Shape.OwnHeading && place < candidate.Shape.Body) == true);

    /// <summary>How sure it is that the subject stands from a match on, its words side by side, and that what follows says what it is.</summary>
    private static double DefinedAt(string text, List<Match> matches, int at, (int First, int Last) subject)
    {
        var last = at + subject.Last - subject.First;
        if (last >= matches.Count)
        {
            return 0;
        }

        for (var i = at; i <= last; i++)
        {
            if (matches[i].Word != subject.First + i - at || (i > at && matches[i].Start - matches[i - 1].Start - matches[i - 1].Length > MaxBetween))
            {
                return 0;
            }
        }

        return Definitions.Certainty(text, matches[at].Start, matches[last].Start + matches[last].Length, text.Length);
    }

    /// <summary>"What's" is read as "what": then the names of things follow up to the end.</summary>
    private static bool Asks(IReadOnlyList<ScoredMeaning> meanings, int word) =>
        IsOneOf(meanings[word], Asking)
        || (Whats.Contains(meanings[word].Word.Term) && word + 1 < meanings.Count
            && (Copulas.Contains(meanings[word + 1].Word.Term) || meanings.Skip(word + 1).All(meaning => !meaning.Word.IsStop)));

    /// <summary>Whether a word is one of some, rightly spelt or not.</summary>
    private static bool IsOneOf(ScoredMeaning meaning, string[] words) => words.Contains(meaning.Word.Term)
        || meaning.Variants.Any(variant => variant is { Tier: Tier.Corrected, Terms: [var term] } && words.Contains(term));

    /// <summary>Content words that follow each other without any other word between: the names of things.</summary>
    private static List<(int First, int Last)> Runs(IReadOnlyList<ScoredMeaning> meanings)
    {
        var runs = new List<(int First, int Last)>();
        for (var word = 0; word < meanings.Count; word++)
        {
            if (meanings[word].Word.IsStop || IsOneOf(meanings[word], Asking) || IsOneOf(meanings[word], Comparing))
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

using NotesBot.Search.Analysis;
using NotesBot.Search.Snippets;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Ranking;

/// <summary>
/// What a question asks the meaning of ("what is data drift", "difference between precision and recall"), and whether a passage says it
/// ("data drift is").
/// </summary>
internal sealed class Definition
{
    private const string WhatIs = "whats";
    private static readonly string[] Whats = ["what", "was", "que", "quoi"];
    private static readonly string[] Copulas = ["is", "are", "does", "do", "ist", "sind", "bedeutet", "es", "son", "est", "sont"];
    private static readonly string[] Differences = ["difference", "differences", "unterschied", "unterschiede"];

    /// <summary>As the index writes them; one letter may be any word.</summary>
    private static readonly string[] Verbs = [.. Definitions.Verbs.Select(verb => Characters.Fold(verb)).Where(verb => verb.Length > 1)];

    /// <summary>Between a name and the verb may stand its acronym.</summary>
    private const int Reach = 2;

    private readonly List<(int First, int Last)> _subjects;

    private Definition(List<(int First, int Last)> subjects) => _subjects = subjects;

    /// <summary>What is asked; <see langword="null"/> when the question asks something else.</summary>
    internal static Definition? AskedBy(IReadOnlyList<ScoredMeaning> meanings)
    {
        var runs = Runs(meanings);
        var difference = runs.FindIndex(run => Differences.Contains(meanings[run.First].Word.Term));
        if (difference >= 0)
        {
            return new Definition(runs[(difference + 1)..]);
        }

        var asks = meanings is [{ Word.Term: WhatIs }, ..]
            || (meanings is [var what, var verb, ..] && Whats.Contains(what.Word.Term) && Copulas.Contains(verb.Word.Term));
        return asks && runs.Count > 0 ? new Definition(runs[..1]) : null;
    }

    /// <summary>Reads where the verbs of definitions stand in passages of a segment, which are in order.</summary>
    internal static void ReadVerbs(TermReader terms, int leaf, List<Candidate> candidates)
    {
        foreach (var verb in Verbs)
        {
            if (TermCursor.Of(terms, leaf, verb, positions: true) is not { } cursor)
            {
                continue;
            }

            foreach (var candidate in candidates)
            {
                if (cursor.Advance(candidate.Document) == candidate.Document)
                {
                    cursor.AddPositions(candidate.Verbs);
                }
            }
        }
    }

    /// <summary>Whether the passage says what it is.</summary>
    internal bool IsIn(Candidate candidate) => _subjects.Exists(subject => IsIn(candidate, subject.First, subject.Last));

    private static bool IsIn(Candidate candidate, int first, int last)
    {
        if (candidate.Positions[first] is not { } firsts || candidate.Positions[last] is not { } lasts)
        {
            return false;
        }

        return lasts.Exists(place => firsts.Contains(place - (last - first))
            && candidate.Verbs.Exists(verb => verb > place && verb <= place + Reach));
    }

    /// <summary>Content words that follow each other without any other word between.</summary>
    private static List<(int First, int Last)> Runs(IReadOnlyList<ScoredMeaning> meanings)
    {
        var runs = new List<(int First, int Last)>();
        for (var word = 0; word < meanings.Count; word++)
        {
            if (meanings[word].Word.IsStop)
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

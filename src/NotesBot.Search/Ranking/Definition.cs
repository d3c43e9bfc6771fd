namespace NotesBot.Search.Ranking;

/// <summary>What a question asks the meaning of ("what is data drift"), and whether a passage says it ("data drift is").</summary>
internal sealed class Definition
{
    /// <summary>Question words as the index writes them.</summary>
    private static readonly string[] Whats = ["what", "was", "que", "quoi"];

    private static readonly string[] Verbs = ["is", "are", "ist", "sind", "es", "son", "est", "sont"];

    /// <summary>Between a name and the verb may stand its acronym.</summary>
    private const int Reach = 2;

    private readonly int _verb;
    private readonly int _first;
    private readonly int _last;

    private Definition(int verb, int first, int last) => (_verb, _first, _last) = (verb, first, last);

    /// <summary>What is asked; <see langword="null"/> when the question asks something else.</summary>
    internal static Definition? AskedBy(IReadOnlyList<ScoredMeaning> meanings)
    {
        if (meanings.Count < 3 || !Whats.Contains(meanings[0].Word.Term) || !Verbs.Contains(meanings[1].Word.Term))
        {
            return null;
        }

        var first = 2;
        while (first < meanings.Count && meanings[first].Word.IsStop)
        {
            first++;
        }

        var last = first;
        while (last + 1 < meanings.Count && !meanings[last + 1].Word.IsStop)
        {
            last++;
        }

        return first < meanings.Count ? new Definition(verb: 1, first, last) : null;
    }

    /// <summary>Whether the passage says what it is.</summary>
    internal bool IsIn(Candidate candidate)
    {
        if (candidate.Positions[_verb] is not { } verbs || candidate.Positions[_first] is not { } firsts || candidate.Positions[_last] is not { } lasts)
        {
            return false;
        }

        foreach (var place in lasts)
        {
            if (firsts.Contains(place - (_last - _first)) && verbs.Exists(verb => verb > place && verb <= place + Reach))
            {
                return true;
            }
        }

        return false;
    }
}

using NotesBot.Notes;
using NotesBot.Search.Queries;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>Puts passages that say what a thing is ("data drift is", "Recall: the share") before others when that is asked.</summary>
internal sealed class DefinitionOrder(Scope scope)
{
    /// <summary>So many of the best passages are read for it.</summary>
    private const int Read = 10;

    /// <summary>So many characters may stand between two words of a name: a space, a hyphen.</summary>
    private const int MaxBetween = 2;

    private readonly DefinitionSigns _signs = new(scope.Weights.Order.DefinedBySign);

    internal Ranked Order(Ranked ranked)
    {
        if (DefinitionQuestion.Of(ranked.Meanings) is not { } question)
        {
            return ranked;
        }

        var terms = new MatchedTerms(ranked.Meanings);
        foreach (var candidate in ranked.Candidates.Take(Read))
        {
            if (candidate.PassageIn(scope.View) is { } passage)
            {
                var matches = terms.In(passage.Text, 0, passage.Text.Length);
                candidate.Defined = Share(question.Subjects.ConvertAll(subject => Certainty(candidate, passage.Text, matches, subject)));
                candidate.Score *= 1 + (scope.Weights.Order.Defined * candidate.Defined);
            }
        }

        return ranked with { Candidates = [.. ranked.Candidates.OrderByDescending(candidate => candidate.Score)] };
    }

    /// <summary>Where a colon follows each of several things that were asked for, it is sure that they are told apart there.</summary>
    private static double Share(List<double> certainties) =>
        certainties.Count > 1 && certainties.TrueForAll(certainty => certainty > 0) ? 1 : certainties.Average();

    /// <summary>How sure it is that a passage says what a subject is.</summary>
    private double Certainty(Candidate candidate, string text, List<Match> matches, (int First, int Last) subject) =>
        IsNamedByHeading(candidate, subject)
            ? 1
            : Enumerable.Range(0, matches.Count).Select(at => DefinedAt(text, matches, at, subject)).DefaultIfEmpty(0).Max();

    /// <summary>Whether the passage defines something, and stands under the name of the subject.</summary>
    private static bool IsNamedByHeading(Candidate candidate, (int First, int Last) subject) =>
        candidate.Shape.Kind == PassageKind.Definition
        && Enumerable.Range(subject.First, subject.Last - subject.First + 1).All(word =>
            candidate.Positions[word]?.Exists(place => place >= candidate.Shape.OwnHeading && place < candidate.Shape.Body) == true);

    /// <summary>How sure it is that the subject stands from a match on, its words side by side, and that what follows says what it is.</summary>
    private double DefinedAt(string text, List<Match> matches, int at, (int First, int Last) subject)
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

        return _signs.Certainty(text, matches[at].Start, matches[last].Start + matches[last].Length, text.Length);
    }
}

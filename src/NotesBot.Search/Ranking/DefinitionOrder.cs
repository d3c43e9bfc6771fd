using NotesBot.Notes;
using NotesBot.Search.Queries;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>Puts passages that say what a thing is ("data drift is", "Recall: the share") before those that use its name, when that is asked.</summary>
internal sealed class DefinitionOrder(Scope scope)
{
    /// <summary>So many of the best passages are read for it.</summary>
    private const int Read = 40;

    private readonly OrderWeights _weights = scope.Weights.Order;
    private readonly DefinitionSigns _signs = new(scope.Weights.Order.DefinedBySign);

    internal Ranked Order(Ranked ranked, SearchQuery query)
    {
        if (query.IsCode || DefinitionQuestion.Of(ranked.Meanings, query.Question, _weights.MaxTerm) is not { } question)
        {
            return ranked;
        }

        foreach (var candidate in ranked.Candidates.Take(Read))
        {
            if (candidate.PassageIn(scope.View) is { } passage)
            {
                candidate.Introduces = Math.Max(Math.Pow(candidate.Named, 4), Certainty(passage, question));
                candidate.Defined = question.IsBare ? 0 : candidate.Introduces;
                candidate.Score *= 1 + ((question.IsBare ? _weights.Introduced : _weights.Defined) * candidate.Introduces);
            }
        }

        return ranked with { Candidates = [.. ranked.Candidates.OrderByDescending(candidate => candidate.Score)] };
    }

    /// <summary>How sure it is that a passage says what was asked for is. Programs and lists of contents say nothing.</summary>
    private double Certainty(Passage passage, DefinitionQuestion question)
    {
        if (passage.Kind is PassageKind.Code or PassageKind.Contents)
        {
            return 0;
        }

        List<Word> words = [.. WordReader.Read(passage.Text).Where(word => word.Reading == Reading.Whole)];
        return BeginsWithAlias(passage, words, question.Whole) ? 1 : Math.Max(Certainty(passage.Text, words, question.Whole), Share(question.Things.ConvertAll(thing => Certainty(passage.Text, words, thing))));
    }

    /// <summary>Whether the note calls itself so, in its front matter, and begins with the name.</summary>
    private static bool BeginsWithAlias(Passage passage, List<Word> words, AskedName name) => passage.Ordinal == 0
        && name.PlacesIn(passage.Text, words).Any(place => place.Start == 0)
        && passage.Keywords.Any(keyword => name.PlacesIn(keyword, [.. WordReader.Read(keyword)]).Any(place => place.Start == 0 && place.End == keyword.Length));

    private double Certainty(string text, List<Word> words, AskedName name) => name.PlacesIn(text, words)
        .Select(place => place.Certainty * _signs.Certainty(text, place.Start, place.End, text.Length)).DefaultIfEmpty(0).Max();

    /// <summary>Where a sign follows each of several things that were asked for, it is sure that they are told apart there.</summary>
    private static double Share(List<double> certainties) =>
        certainties.Count > 1 && certainties.TrueForAll(certainty => certainty > 0) ? 1 : certainties.Average();
}

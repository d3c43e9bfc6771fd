using NotesBot.Notes;
using NotesBot.Search.Ranking;
using NotesBot.Search.Text;

namespace NotesBot.Search.Snippets;

/// <summary>
/// Chooses the sentences of a passage that answer: those with the rarest words of the query, each word counting less the second
/// time, sentences side by side preferred, in their order, up to the length that a snippet may have.
/// </summary>
internal sealed class Snippeter(MatchedTerms terms, Weights weights)
{
    private const string Ellipsis = " … ";
    private readonly SnippetWeights _weights = weights.Snippets;
    private readonly DefinitionSigns _signs = new(weights.Order.DefinedBySign);

    /// <summary>The snippet of a passage whose heading is, from 0 to 1, what was asked: then its beginning is the answer.</summary>
    internal Snippet Of(Passage passage, double headingMatch)
    {
        var sentences = Sentences.Of(passage);
        if (sentences.Count == 0)
        {
            return new Snippet("", [], 0);
        }

        var scored = sentences.ConvertAll(sentence => terms.In(passage.Text, sentence.Start, sentence.End));
        var first = _weights.First + (_weights.FirstUnderHeading * headingMatch);
        var plain = sentences.Select((sentence, i) => (first / (1 + i)) + DefinitionGain(passage.Text, sentence, scored[i])).ToArray();
        var chosen = Choose(sentences, scored, plain);
        return new SnippetText(terms, _weights.MinMarked).Write(passage, sentences, chosen);
    }

    private SortedSet<int> Choose(List<Sentence> sentences, List<List<Match>> matches, double[] plain)
    {
        var chosen = new SortedSet<int>();
        var covered = new Dictionary<int, int>();
        var left = Hit.MaxSnippetLength;
        while (Best(sentences, matches, plain, (chosen, covered), left) is var best and >= 0)
        {
            chosen.Add(best);
            left -= Math.Min(left, sentences[best].Length + Ellipsis.Length);
            foreach (var match in matches[best])
            {
                covered[match.Word] = covered.GetValueOrDefault(match.Word) + 1;
            }
        }

        return chosen;
    }

    private int Best(
        List<Sentence> sentences, List<List<Match>> matches, double[] plain, (SortedSet<int> Chosen, Dictionary<int, int> Covered) sofar, int left)
    {
        var (chosen, covered) = sofar;
        var (best, bestGain) = (-1, 0.0);
        for (var i = 0; i < sentences.Count; i++)
        {
            // The first choice may be longer than a snippet and is then cut; the others must fit.
            if (chosen.Contains(i) || (chosen.Count > 0 && sentences[i].Length + Ellipsis.Length > left))
            {
                continue;
            }

            var gain = Gain(matches[i], covered) + plain[i] + Beside(sentences, matches, chosen, i);
            if (gain > bestGain)
            {
                (best, bestGain) = (i, gain);
            }
        }

        return best;
    }

    /// <summary>What follows a chosen sentence goes on with it, most of all after a line that only names what was asked.</summary>
    private double Beside(List<Sentence> sentences, List<List<Match>> matches, SortedSet<int> chosen, int i)
    {
        if (chosen.Contains(i - 1))
        {
            return IsLead(sentences[i - 1]) && matches[i - 1].Count > 0 ? _weights.AfterLead : _weights.After;
        }

        return chosen.Contains(i + 1) ? _weights.Before : 0;
    }

    private bool IsLead(Sentence sentence) => sentence.Length <= _weights.MaxLead
        && sentence.Kind is PassagePartKind.Prose or PassagePartKind.Heading or PassagePartKind.ListItem;

    /// <summary>A sentence that says what a word of the query is: "X is ...", "X: ...", "the long form (X)".</summary>
    private double DefinitionGain(string text, Sentence sentence, List<Match> matches)
    {
        if (sentence.Kind is PassagePartKind.Code or PassagePartKind.TableRow)
        {
            return 0;
        }

        return matches.Select(match => _weights.Defines * match.Worth * _signs.Certainty(text, match.Start, match.Start + match.Length, sentence.End))
            .DefaultIfEmpty(0).Max();
    }

    private double Gain(List<Match> matches, Dictionary<int, int> covered)
    {
        var gain = 0.0;
        var seen = new HashSet<int>();
        foreach (var match in matches)
        {
            var times = covered.GetValueOrDefault(match.Word) + (seen.Add(match.Word) ? 0 : 1);
            gain += match.Worth * Math.Pow(_weights.Again, times);
        }

        return gain;
    }
}

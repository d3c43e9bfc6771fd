using NotesBot.Notes;
using NotesBot.Search.Ranking;
using NotesBot.Search.Text;

namespace NotesBot.Search.Snippets;

/// <summary>
/// Chooses the sentences of a passage that answer: those with the rarest words of the query, each word counting less the second
/// time, sentences side by side preferred, in their order, up to the length that a snippet may have.
/// </summary>
internal sealed class Snippeter(MatchedTerms terms)
{
    private const string Ellipsis = " … ";
    private const double Again = 0.3;
    private const double AfterLead = 1.0;
    private const double After = 0.3;
    private const double Before = 0.15;

    /// <summary>A line not longer than this leads to what follows it: a title, the name of a list item.</summary>
    private const int MaxLead = 60;

    private const double First = 0.15;
    private const double FirstUnderItsHeading = 1.5;
    private const double Defines = 0.5;

    /// <summary>The snippet of a passage whose heading is, from 0 to 1, what was asked: then its beginning is the answer.</summary>
    internal Snippet Of(Passage passage, double headingMatch)
    {
        var sentences = Sentences.Of(passage);
        if (sentences.Count == 0)
        {
            return new Snippet("", [], 0);
        }

        var scored = sentences.ConvertAll(sentence => terms.In(passage.Text, sentence.Start, sentence.End));
        var first = First + (FirstUnderItsHeading * headingMatch);
        var plain = sentences.Select((sentence, i) => (first / (1 + i)) + DefinitionGain(passage.Text, sentence, scored[i])).ToArray();
        var chosen = Choose(sentences, scored, plain);
        return SnippetText.Write(passage, sentences, chosen, terms);
    }

    private static SortedSet<int> Choose(List<Sentence> sentences, List<List<Match>> matches, double[] plain)
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

    private static int Best(
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
    private static double Beside(List<Sentence> sentences, List<List<Match>> matches, SortedSet<int> chosen, int i)
    {
        if (chosen.Contains(i - 1))
        {
            return IsLead(sentences[i - 1]) && matches[i - 1].Count > 0 ? AfterLead : After;
        }

        return chosen.Contains(i + 1) ? Before : 0;
    }

    private static bool IsLead(Sentence sentence) => sentence.Length <= MaxLead
        && sentence.Kind is PassagePartKind.Prose or PassagePartKind.Heading or PassagePartKind.ListItem;

    /// <summary>A sentence that says what a word of the query is: "X is ...", "X: ...", "the long form (X)".</summary>
    private static double DefinitionGain(string text, Sentence sentence, List<Match> matches)
    {
        if (sentence.Kind is PassagePartKind.Code or PassagePartKind.TableRow)
        {
            return 0;
        }

        return matches.Select(match => Defines * match.Worth * Definitions.Certainty(text, match.Start, match.Start + match.Length, sentence.End))
            .DefaultIfEmpty(0).Max();
    }

    private static double Gain(List<Match> matches, Dictionary<int, int> covered)
    {
        var gain = 0.0;
        var seen = new HashSet<int>();
        foreach (var match in matches)
        {
            var times = covered.GetValueOrDefault(match.Word) + (seen.Add(match.Word) ? 0 : 1);
            gain += match.Worth * Math.Pow(Again, times);
        }

        return gain;
    }
}

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

        var matches = Matches(passage.Text, sentences);
        var first = _weights.First + (_weights.FirstUnderHeading * headingMatch);
        var plain = sentences.Select((sentence, i) => (first / (1 + i)) + DefinitionGain(passage.Text, sentence, matches[i])).ToArray();
        return Choose(new SnippetDraft(passage, sentences), sentences, matches, plain).Write(Marks(passage.Text));
    }

    /// <summary>The words of the query in each sentence. Those of a header row speak for the first row below it: it is never shown alone.</summary>
    private List<List<Match>> Matches(string text, List<Sentence> sentences)
    {
        var matches = sentences.ConvertAll(sentence => terms.In(text, sentence.Start, sentence.End));
        for (var i = 1; i < sentences.Count; i++)
        {
            if (IsHeaderOf(sentences, i - 1))
            {
                matches[i] = [.. matches[i], .. matches[i - 1]];
            }
        }

        return matches;
    }

    private static bool IsHeaderOf(List<Sentence> sentences, int i) => sentences[i].Kind == PassagePartKind.TableHeader
        && i + 1 < sentences.Count && sentences[i + 1].Kind == PassagePartKind.TableRow;

    private SnippetDraft Choose(SnippetDraft draft, List<Sentence> sentences, List<List<Match>> matches, double[] plain)
    {
        var covered = new Dictionary<int, int>();
        while (Best(sentences, matches, plain, (draft, covered)) is var best and >= 0)
        {
            draft.Add(best, matches[best].FindAll(match => match.Start >= sentences[best].Start));
            foreach (var match in matches[best])
            {
                covered[match.Word] = covered.GetValueOrDefault(match.Word) + 1;
            }
        }

        return draft;
    }

    private int Best(
        List<Sentence> sentences, List<List<Match>> matches, double[] plain, (SnippetDraft Draft, Dictionary<int, int> Covered) sofar)
    {
        var (draft, covered) = sofar;
        var (best, bestGain) = (-1, 0.0);
        for (var i = 0; i < sentences.Count; i++)
        {
            if (draft.Holds(i) || IsHeaderOf(sentences, i))
            {
                continue;
            }

            var gain = Gain(matches[i], covered) + plain[i] + Beside(sentences, matches, draft, i);
            if (gain > bestGain && draft.HasRoomFor(i))
            {
                (best, bestGain) = (i, gain);
            }
        }

        return best;
    }

    /// <summary>What follows a chosen sentence goes on with it, most of all after a line that only names what was asked.</summary>
    private double Beside(List<Sentence> sentences, List<List<Match>> matches, SnippetDraft draft, int i)
    {
        if (i > 0 && draft.Holds(i - 1))
        {
            return IsLead(sentences[i - 1]) && matches[i - 1].Count > 0 ? _weights.AfterLead : _weights.After;
        }

        return draft.Holds(i + 1) ? _weights.Before : 0;
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

    /// <summary>The content words of the query in a text.</summary>
    private List<TextMark> Marks(string text)
    {
        var marks = new List<TextMark>();
        foreach (var match in terms.In(text, 0, text.Length).Where(match => !match.IsStop))
        {
            if (marks.Count == 0 || marks[^1].Start + marks[^1].Length <= match.Start)
            {
                marks.Add(new TextMark(match.Start, match.Length));
            }
            else if (marks[^1].Start + marks[^1].Length < match.End)
            {
                marks[^1] = marks[^1] with { Length = match.End - marks[^1].Start };
            }
        }

        return marks;
    }
}

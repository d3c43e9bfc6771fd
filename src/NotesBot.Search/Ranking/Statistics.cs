using NotesBot.Notes;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>How many passages a library has, and how long they are: what makes a word rare and a passage long.</summary>
internal sealed class Statistics
{
    private readonly RankingWeights _weights;
    private readonly double _meanLength;

    internal Statistics(IndexView view, RankingWeights weights)
    {
        _weights = weights;
        long words = 0;
        foreach (var leaf in view.Leaves)
        {
            if (leaf.GetTerms(IndexFields.Text) is { } terms)
            {
                Passages += terms.DocCount;
                words += Math.Max(0, terms.SumTotalTermFreq);
            }
        }

        _meanLength = Math.Max(1, words / (double)Math.Max(1, Passages));
    }

    internal int Passages { get; }

    /// <summary>What a word is worth that stands in so many passages.</summary>
    internal double Rarity(int frequency)
    {
        var held = Math.Min(frequency, Passages);
        return Math.Log(1 + ((Passages - held + 0.5) / (held + 0.5)));
    }

    /// <summary>How long a passage of so many words is, as a multiple of the mean.</summary>
    internal double RelativeLength(int length) => length / _meanLength;

    /// <summary>What a word counts that stands so often in a passage of so many words: about 1, at most 2.</summary>
    internal double Saturated(int frequency, int length) =>
        frequency * (_weights.Saturation + 1) / (frequency + (_weights.Saturation * (1 - _weights.Length + (_weights.Length * RelativeLength(length)))));

    /// <summary>What a passage counts for what it is, whatever was asked.</summary>
    internal double Prior(PassageShape shape) => shape.Kind == PassageKind.Contents ? _weights.Contents : shape.IsAside ? _weights.Aside : 1;
}

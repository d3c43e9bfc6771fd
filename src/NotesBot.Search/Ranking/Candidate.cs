using NotesBot.Notes;
using NotesBot.Search.Store;
using NotesBot.Search.Text;

namespace NotesBot.Search.Ranking;

/// <summary>A passage that may be an answer, and what speaks for it.</summary>
internal sealed class Candidate(int leaf, int document, PassageShape shape, int words)
{
    private Passage? _passage;

    /// <summary>Number of its segment.</summary>
    internal int Leaf { get; } = leaf;

    /// <summary>Its number in the segment.</summary>
    internal int Document { get; } = document;

    internal PassageShape Shape { get; } = shape;

    /// <summary>What each word of the query gives to the score.</summary>
    internal double[] WordScores { get; } = new double[words];

    /// <summary>The best variant of each word of the query, as its number; -1 where none stands in the passage.</summary>
    internal int[] Best { get; } = NoneOf(words);

    /// <summary>Where the variants of each word stand; <see langword="null"/> for a word that is not there.</summary>
    internal List<int>?[] Positions { get; } = new List<int>?[words];

    /// <summary>Reward for words that stand together as in the query.</summary>
    internal double Nearness { get; set; }

    /// <summary>How far its heading is what was asked, 0 to 1.</summary>
    internal double HeadingMatch { get; set; }

    /// <summary>How far the title of its note, or the name of its file, is what was asked, 0 to 1.</summary>
    internal double TitleMatch { get; set; }

    /// <summary>How far it is the first of what is called as was asked, a section or a note, 0 to 1.</summary>
    internal double Named { get; set; }

    /// <summary>How near it is to the question in meaning, -1 to 1; <see langword="null"/> where that was not looked at.</summary>
    internal double? Similarity { get; set; }

    /// <summary>How sure it is that it says what the things are that were asked for, in a question or by their bare name, 0 to 1.</summary>
    internal double Introduces { get; set; }

    /// <summary>The same where a question asked it; else 0.</summary>
    internal double Defined { get; set; }

    /// <summary>Whether it stands under the heading that was asked for, and so in the order in which it was written.</summary>
    internal bool IsAsWritten { get; set; }

    /// <summary>Whether it spells out the acronym that was asked for.</summary>
    internal bool IsSpelledOut { get; set; }

    internal double Score { get; set; }

    /// <summary>The passage itself, read once; <see langword="null"/> when it cannot be read.</summary>
    internal Passage? PassageIn(IndexView view) => _passage ??= view.PassageOf(view.Bases[Leaf] + Document);

    /// <summary>What the best variant of a word is worth that stands in the passage; 0 without one.</summary>
    internal double BestWorth(IReadOnlyList<ScoredMeaning> meanings, int word) => Best[word] < 0 ? 0 : meanings[word].Worth[Best[word]];

    private static int[] NoneOf(int words)
    {
        var none = new int[words];
        Array.Fill(none, -1);
        return none;
    }
}

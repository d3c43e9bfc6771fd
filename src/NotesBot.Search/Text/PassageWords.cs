using NotesBot.Notes;

namespace NotesBot.Search.Text;

/// <summary>
/// The words of a passage as the index holds them: headings from the outermost, then the text, then what else the file is called.
/// Between them is a gap, so that no phrase runs from one into the other.
/// </summary>
internal sealed record PassageWords(List<Word> Words, PassageShape Shape)
{
    /// <summary>Those of the text alone, without headings.</summary>
    internal required Range OfText { get; init; }

    /// <summary>See <see cref="Initials"/>.</summary>
    internal required IReadOnlyList<Word> Initials { get; init; }

    internal static PassageWords Of(Passage passage)
    {
        var words = new List<Word>(passage.Text.Length / 4);
        var initials = new Initials();
        IReadOnlyList<string> trail = passage.Trail.Count > 0 ? passage.Trail : [passage.Title];
        var position = -1;
        for (var i = 0; i < trail.Count - 1; i++)
        {
            initials.Add(trail[i], words, Append(trail[i], words, ref position));
        }

        var ownHeading = position + 1;
        initials.Add(trail[^1], words, Append(trail[^1], words, ref position));
        var body = position + PassageShape.Gap;
        var first = Append(passage.Text, words, ref position);
        var textLength = words.Count - first;
        initials.Add(passage.Text, words, first);
        foreach (var keyword in passage.Keywords)
        {
            Append(keyword, words, ref position);
        }

        var length = words.Count(word => word.Reading == Reading.Whole);
        return new PassageWords(words, new PassageShape(length, ownHeading, body, passage.Kind))
        {
            OfText = first..(first + textLength),
            Initials = initials.Words,
        };
    }

    /// <summary>Adds the words of a text. Which of all is its first.</summary>
    private static int Append(string text, List<Word> words, ref int position)
    {
        var first = words.Count;
        WordReader.Read(text, 0, text.Length, words);
        if (words.Count > first && first > 0)
        {
            words[first] = words[first] with { Step = PassageShape.Gap };
        }

        for (var i = first; i < words.Count; i++)
        {
            position += words[i].Step;
        }

        return first;
    }
}

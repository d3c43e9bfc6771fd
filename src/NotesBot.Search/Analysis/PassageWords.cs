using NotesBot.Notes;
using NotesBot.Search.Storage;

namespace NotesBot.Search.Analysis;

/// <summary>
/// The words of a passage as the index holds them: headings from the outermost, then the text, then what else the file is called.
/// Between them is a gap, so that no phrase runs from one into the other.
/// </summary>
internal sealed record PassageWords(List<Word> Words, PassageShape Shape)
{
    internal static PassageWords Of(Passage passage)
    {
        var words = new List<Word>(passage.Text.Length / 4);
        IReadOnlyList<string> trail = passage.Trail.Count > 0 ? passage.Trail : [passage.Title];
        var position = -1;
        for (var i = 0; i < trail.Count - 1; i++)
        {
            Append(trail[i], words, ref position);
        }

        var ownHeading = position + 1;
        Append(trail[^1], words, ref position);
        var body = position + PassageShape.Gap;
        Append(passage.Text, words, ref position);
        foreach (var keyword in passage.Keywords)
        {
            Append(keyword, words, ref position);
        }

        var length = words.Count(word => word.Reading == Reading.Whole);
        return new PassageWords(words, new PassageShape(length, ownHeading, body, passage.Kind));
    }

    private static void Append(string text, List<Word> words, ref int position)
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
    }
}

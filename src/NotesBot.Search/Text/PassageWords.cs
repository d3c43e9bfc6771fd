using NotesBot.Notes;

namespace NotesBot.Search.Text;

/// <summary>
/// The words of a passage as the index holds them: name of the file and title of the note, where the headings do not say them, headings
/// from the outermost, then the text, then what else the file is called.
/// Between them is a gap, so that no phrase runs from one into the other.
/// </summary>
internal sealed record PassageWords(List<Word> Words, PassageShape Shape)
{
    /// <summary>Those of the text alone, without headings.</summary>
    internal required Range OfText { get; init; }

    /// <summary>See <see cref="Initials"/>.</summary>
    internal required IReadOnlyList<Word> Initials { get; init; }

    /// <summary>Words of Latin letters that stand there with marks, which are folded away, each once.</summary>
    internal required IReadOnlyList<Word> Marked { get; init; }

    /// <summary>Reads a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="continues">Whether it goes on with the section of the passage before it.</param>
    internal static PassageWords Of(Passage passage, bool continues)
    {
        var words = new List<Word>(passage.Text.Length / 4);
        var initials = new Initials();
        IReadOnlyList<string> trail = passage.Trail.Count > 0 ? passage.Trail : [passage.Title];
        var position = -1;
        Append(NameOf(passage, trail), words, ref position);
        var nameLength = position + 1;
        Append(SaysTheSame(passage.Title, trail[0]) ? "" : passage.Title, words, ref position);
        var (titleEnd, names) = (position, words.Count(word => word.Reading == Reading.Whole));
        var ownHeading = 0;
        foreach (var heading in trail)
        {
            ownHeading = NextPlace(words, position);
            initials.Add(heading, words, Append(heading, words, ref position));
            titleEnd = titleEnd < nameLength ? position : titleEnd;
        }

        var body = NextPlace(words, position);
        var first = Append(passage.Text, words, ref position);
        var textLength = words.Count - first;
        initials.Add(passage.Text, words, first);
        foreach (var keyword in passage.Keywords)
        {
            Append(keyword, words, ref position);
        }

        var shape = new PassageShape(words.Count(word => word.Reading == Reading.Whole) - names, ownHeading, body, passage.Kind)
        {
            NameLength = nameLength,
            Continues = continues,
            IsAside = Asides.Is(passage),
        };
        return new PassageWords(words, shape with { TitleLength = Math.Max(0, titleEnd - shape.Title + 1) })
        {
            OfText = first..(first + textLength),
            Initials = initials.Words,
            Marked = [.. MarkedIn(passage.Text, words.GetRange(first, textLength))
                .Concat(passage.Trail.Where(heading => !System.Text.Ascii.IsValid(heading))
                    .SelectMany(heading => MarkedIn(heading, WordReader.Read(heading))))
                .Distinct(StringComparer.Ordinal).Select(Word.Of)],
        };
    }

    private static IEnumerable<string> MarkedIn(string text, List<Word> words) => System.Text.Ascii.IsValid(text)
        ? []
        : words.Where(word => char.IsAsciiLetterLower(word.Term[0]) && word.Reading == Reading.Whole
                && !System.Text.Ascii.IsValid(text.AsSpan(word.Start, word.Length)))
            .Select(word => word.Term);

    /// <summary>The name of the file as far as no heading and not the title says the same; a name that all folders have says nothing.</summary>
    private static string NameOf(Passage passage, IReadOnlyList<string> trail)
    {
        var name = Path.GetFileNameWithoutExtension(passage.Path);
        return IsGeneric(name) || SaysTheSame(name, passage.Title) || trail.Any(heading => SaysTheSame(name, heading)) ? "" : name;
    }

    private static bool IsGeneric(string name) =>
        name.Equals("readme", StringComparison.OrdinalIgnoreCase) || name.Equals("index", StringComparison.OrdinalIgnoreCase);

    private static bool SaysTheSame(string one, string other) => TermsOf(one).SequenceEqual(TermsOf(other));

    private static IEnumerable<string> TermsOf(string text) =>
        WordReader.Read(text).Where(word => word.Reading == Reading.Whole).Select(word => word.Term);

    /// <summary>Where the first word of the next text stands.</summary>
    private static int NextPlace(List<Word> words, int position) => words.Count == 0 ? 0 : position + PassageShape.Gap;

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

namespace NotesBot.Search.Text;

/// <summary>
/// Cuts a text into words: runs of letters and digits, so that <c>np.array</c>, <c>snake_case</c> and <c>IFoo::Bar</c> are found by
/// their parts. <c>ExampleGen</c> is also kept whole, <c>C++</c> and <c>C#</c> keep their signs, <c>model's</c> is <c>model</c>.
/// </summary>
internal static class WordReader
{
    private const int MaxLength = 64;

    internal static List<Word> Read(string text)
    {
        var words = new List<Word>(text.Length / 5 + 1);
        Read(text, 0, text.Length, words);
        return words;
    }

    internal static void Read(string text, int start, int end, List<Word> words)
    {
        var at = start;
        while (at < end)
        {
            var length = Characters.WordCharacterAt(text, at, end);
            if (length == 0)
            {
                at++;
                continue;
            }

            at = ReadRun(text, at, end, words);
        }
    }

    private static int ReadRun(string text, int start, int end, List<Word> words)
    {
        if (Characters.StandsAlone(text, start, end) is > 0 and var length)
        {
            Add(words, text, new Span(start, start + length), 1, Reading.Whole);
            return start + length;
        }

        var stop = RunEnd(text, start, end);
        var next = Apostrophe(text, start, stop, end);
        var whole = new Span(start, next.WordEnd);
        AddReadings(text, whole, SignsAfter(text, whole, end), words);
        return Math.Max(next.Resume, whole.End);
    }

    private static int RunEnd(string text, int start, int end)
    {
        var at = start;
        while (at < end && Characters.WordCharacterAt(text, at, end) is > 0 and var length && Characters.StandsAlone(text, at, end) == 0)
        {
            at += length;
        }

        return at;
    }

    /// <summary><c>model's</c> ends before the apostrophe, <c>don't</c> goes on over it, and <c>l'objet</c> is two words.</summary>
    private static (int WordEnd, int Resume) Apostrophe(string text, int start, int stop, int end)
    {
        if (stop + 1 >= end || text[stop] is not ('\'' or '\u2019' or '\u02BC') || stop == start)
        {
            return (stop, stop);
        }

        var tailEnd = RunEnd(text, stop + 1, end);
        return text.AsSpan(stop + 1, tailEnd - stop - 1) switch
        {
            "s" or "S" => (stop, tailEnd),
            "t" or "re" or "ve" or "ll" or "d" or "m" => (tailEnd, tailEnd),
            _ => (stop, stop),
        };
    }

    /// <summary>Length of the signs that belong to a name of one or two letters: <c>C++</c>, <c>C#</c>.</summary>
    private static int SignsAfter(string text, Span word, int end)
    {
        if (word.End - word.Start > 2 || word.End >= end || !char.IsLetter(text[word.Start]))
        {
            return 0;
        }

        var length = text.AsSpan(word.End, end - word.End) switch
        {
            ['+', '+', ..] => 2,
            ['#', ..] => 1,
            _ => 0,
        };
        var after = word.End + length;
        return length > 0 && (after >= end || !(char.IsLetterOrDigit(text[after]) || text[after] is '#' or '+')) ? length : 0;
    }

    private static void AddReadings(string text, Span whole, int signs, List<Word> words)
    {
        if (signs > 0)
        {
            Add(words, text, new Span(whole.Start, whole.End + signs), 1, Reading.Whole);
            Add(words, text, whole, 0, Reading.Part);
            return;
        }

        Add(words, text, whole, 1, Reading.Whole);
        if (Identifiers.AcronymLength(text, whole.Start, whole.End) is > 0 and var length)
        {
            words.Add(new Word(text.Substring(whole.Start, length), whole.Start, whole.End - whole.Start, 0, Reading.Capitals));
        }

        AddParts(text, whole, words);
    }

    private static void AddParts(string text, Span whole, List<Word> words)
    {
        var start = whole.Start;
        var step = 0;
        while (Identifiers.NextBoundary(text, start, whole.End) is var boundary && (boundary < whole.End || start > whole.Start))
        {
            Add(words, text, new Span(start, boundary), step, Reading.Part);
            step = 1;
            start = boundary;
            if (start >= whole.End)
            {
                return;
            }
        }
    }

    private static void Add(List<Word> words, string text, Span span, int step, Reading reading)
    {
        var term = Characters.Fold(text.AsSpan(span.Start, Math.Min(span.End - span.Start, MaxLength)));
        if (term.Length > 0)
        {
            words.Add(new Word(term, span.Start, span.End - span.Start, step, reading));
        }
    }

    private readonly record struct Span(int Start, int End);
}

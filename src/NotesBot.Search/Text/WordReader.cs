namespace NotesBot.Search.Text;

/// <summary>
/// Cuts a text into words: runs of letters and digits, so that <c>np.array</c>, <c>snake_case</c> and <c>IFoo::Bar</c> are found by
/// their parts. <c>ExampleGen</c> is also kept whole, <c>C++</c> and <c>C#</c> keep their signs, <c>model's</c> is <c>model</c>, and
/// <c>k-NN</c> is also <c>knn</c>. Of scripts without spaces each character is a word, and also each two.
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
            return ReadAlone(text, start, start + length, end, words);
        }

        var stop = RunEnd(text, start, end);
        if (char.IsAsciiDigit(text[start]) && JoinedWords.EndOfNumber(text, start, stop, end) is > 0 and var last)
        {
            return ReadNumber(text, start, last, words);
        }

        var next = Apostrophe(text, start, stop, end);
        var whole = new Span(start, next.WordEnd);
        var signs = Signs.After(text, whole.Start, whole.End, end);
        AddReadings(text, whole, signs, words);
        if (signs == 0 && JoinedWords.EndOf(text, start, stop, end) is > 0 and var joined)
        {
            AddJoined(text, start, joined, words);
        }

        return Math.Max(next.Resume, whole.End + signs);
    }

    /// <summary>A character of a script without spaces, and what it makes with the next one: one alone says hardly anything.</summary>
    private static int ReadAlone(string text, int start, int stop, int end, List<Word> words)
    {
        Add(words, text, new Span(start, stop), 1, Reading.Whole);
        if (stop < end && Characters.IsUnspaced(text, start, end) && Characters.IsUnspaced(text, stop, end))
        {
            Add(words, text, new Span(start, stop + Characters.StandsAlone(text, stop, end)), 0, Reading.Pair);
        }

        return stop;
    }

    /// <summary>A number in groups of digits, as one and in its groups.</summary>
    private static int ReadNumber(string text, int start, int stop, List<Word> words)
    {
        words.Add(new Word(string.Concat(text[start..stop].Where(char.IsAsciiDigit)), start, stop - start, 1, Reading.Whole));
        for (var (at, step) = (start, 0); at < stop; step = 1)
        {
            var last = at;
            while (last < stop && char.IsAsciiDigit(text[last]))
            {
                last++;
            }

            Add(words, text, new Span(at, last), step, Reading.Part);
            at = last + 1;
        }

        return stop;
    }

    /// <summary>Words that a sign joins, as one word.</summary>
    private static void AddJoined(string text, int start, int stop, List<Word> words)
    {
        Span<char> letters = stackalloc char[MaxLength];
        var length = 0;
        for (var at = start; at < stop && length < MaxLength; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                letters[length++] = text[at];
            }
        }

        words.Add(new Word(FoldedText.Of(letters[..length]), start, stop - start, 0, Reading.Joined));
    }

    private static int RunEnd(string text, int start, int end)
    {
        var at = start;
        while (at < end && Length(text, start, at, end) is > 0 and var length)
        {
            at += length;
        }

        return at;
    }

    /// <summary>UTF-16 units of what goes on a word at a place; 0 where it ends.</summary>
    private static int Length(string text, int start, int at, int end) => Characters.WordCharacterAt(text, at, end) switch
    {
        0 => at > start ? Signs.Raised(text, start, at, end) : 0,
        var length => Characters.StandsAlone(text, at, end) == 0 ? length : 0,
    };

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

    private static void AddReadings(string text, Span whole, int signs, List<Word> words)
    {
        if (signs > 0)
        {
            Add(words, text, new Span(whole.Start, whole.End + signs), 1, Reading.Whole);
            return;
        }

        if (Signs.HasDotBefore(text, whole.Start, whole.End))
        {
            Add(words, text, new Span(whole.Start - 1, whole.End), 1, Reading.Whole);
            Add(words, text, whole, 0, Reading.Part);
            return;
        }

        Add(words, text, whole, 1, Reading.Whole);
        if (Identifiers.AcronymLength(text, whole.Start, whole.End) is > 0 and var length)
        {
            words.Add(new Word(text.Substring(whole.Start, length), whole.Start, whole.End - whole.Start, 0, Reading.Capitals));
        }

        AddName(text, whole, words);
        if (!char.IsAsciiLetter(text[whole.End - 1]) && Signs.PowerOf(text, whole.Start, whole.End) is var (letters, power))
        {
            AddPower(text, new Span(whole.Start, whole.Start + letters), whole.End, power, words);
            return;
        }

        AddParts(text, whole, words);
    }

    /// <summary><c>χ²</c> is also "chi squared".</summary>
    private static void AddPower(string text, Span letters, int stop, string power, List<Word> words)
    {
        Add(words, text, letters, 0, Reading.Part);
        AddName(text, letters, words);
        words.Add(new Word(power, letters.End, stop - letters.End, 1, Reading.Part));
    }

    /// <summary>What a Greek letter is called, also one of a formula (of two UTF-16 units).</summary>
    private static void AddName(string text, Span letter, List<Word> words)
    {
        if (text[letter.Start] >= 'µ' && words.Count > 0 && words[^1].Start == letter.Start && GreekLetters.NameOf(words[^1].Term) is { } name)
        {
            words.Add(new Word(name, letter.Start, letter.End - letter.Start, 0, Reading.Name));
        }
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
        var term = FoldedText.Of(text.AsSpan(span.Start, Math.Min(span.End - span.Start, MaxLength)));
        if (term.Length > 0)
        {
            words.Add(new Word(term, span.Start, span.End - span.Start, step, reading));
        }
    }

    private readonly record struct Span(int Start, int End);
}

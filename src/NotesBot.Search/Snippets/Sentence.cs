using NotesBot.Notes;
using NotesBot.Search.Text.Languages;

namespace NotesBot.Search.Snippets;

/// <summary>The smallest stretch of a passage that says something by itself: a sentence, a list item, a table row, a line of code.</summary>
internal sealed record Sentence(int Start, int Length, PassagePart Part)
{
    internal int End => Start + Length;

    internal PassagePartKind Kind => Part.Kind;
}

/// <summary>Cuts a passage into sentences.</summary>
internal static class Sentences
{
    private static readonly string[] Shortened = [.. KnownLanguages.Words(language => language.Shortened)];

    internal static List<Sentence> Of(Passage passage)
    {
        var sentences = new List<Sentence>();
        IReadOnlyList<PassagePart> parts = passage.Parts.Count > 0
            ? passage.Parts
            : [new PassagePart(PassagePartKind.Prose, 0, passage.Text.Length)];
        foreach (var part in parts)
        {
            var end = Math.Min(part.Start + part.Length, passage.Text.Length);
            Cut(passage.Text, end < part.Start + part.Length ? part with { Length = end - part.Start } : part, sentences);
        }

        return sentences;
    }

    private static void Cut(string text, PassagePart part, List<Sentence> sentences)
    {
        var start = part.Start;
        for (var at = part.Start; at < part.Start + part.Length; at++)
        {
            if (EndsAt(text, at, part))
            {
                Add(text, start, at + 1, part, sentences);
                start = at + 1;
            }
        }

        Add(text, start, part.Start + part.Length, part, sentences);
    }

    private static bool EndsAt(string text, int at, PassagePart part) => part.Kind switch
    {
        PassagePartKind.TableRow or PassagePartKind.TableHeader or PassagePartKind.Formula or PassagePartKind.Heading => false,
        PassagePartKind.Code => text[at] == '\n',
        PassagePartKind.Prose => text[at] == '\n' || EndsSentence(text, at, part),
        _ => EndsSentence(text, at, part),
    };

    private static bool EndsSentence(string text, int at, PassagePart part)
    {
        if (text[at] is not ('.' or '!' or '?' or '…') || at + 2 >= part.Start + part.Length || !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        return !char.IsLower(text[at + 2]) && !(text[at] == '.' && IsShortened(text, part.Start, at));
    }

    private static bool IsShortened(string text, int start, int dot)
    {
        var at = dot;
        while (at > start && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] != '(')
        {
            at--;
        }

        var word = text[at..dot];
        return word.Length <= 1 || word.All(char.IsAsciiDigit) || Shortened.Contains(word, StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(string text, int start, int end, PassagePart part, List<Sentence> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new Sentence(start, end - start, part));
        }
    }
}

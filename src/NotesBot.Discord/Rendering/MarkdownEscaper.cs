using System.Text;

namespace NotesBot.Discord.Rendering;

/// <summary>
/// Makes text of others stand in a Discord message as it is: no markup, no masked link, no mention. What Discord's client reads as markup
/// is
/// known from practice, its developer pages do not say.
/// </summary>
public static class MarkdownEscaper
{
    /// <summary>Stands between characters that would mean something together; invisible.</summary>
    internal const string Between = "\u200B";

    private const int MaxEmojiNameLength = 64;

    /// <summary>
    /// The text for a place outside code: cleaned (<see cref="TextCleaner"/>), formulas and addresses in code spans, everything else
    /// escaped,
    /// also what means something at the start of a line.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var writer = new MarkdownWriter(TextBudget.Unlimited);
        writer.Prose(MarkedText.Plain(text));
        return writer.ToString();
    }

    /// <summary>A code span of a text in one line; empty for a blank one.</summary>
    public static string CodeSpan(string text)
    {
        var line = BreakMentions(BreakBackticks(TextCleaner.CleanLine(text), 2));
        return line.Length == 0 ? "" : Delimit(line);
    }

    /// <summary>A text in one line for labels, which render no Markdown and yet could ping.</summary>
    internal static string Label(string text, int maxLength)
    {
        var line = Graphemes.CutLine(text, maxLength);
        var label = BreakMentions(line);
        return label.Length <= maxLength ? label : BreakMentions(Graphemes.CutLine(text, maxLength - (label.Length - line.Length)));
    }

    /// <summary>Puts <see cref="Between"/> between neighbouring backticks, if there is a run of so many.</summary>
    internal static string BreakBackticks(string code, int run)
    {
        const string Pair = "``";
        const string Broken = "`" + Between + "`";
        return code.Contains(new string('`', run), StringComparison.Ordinal)
            ? code.Replace(Pair, Broken, StringComparison.Ordinal).Replace(Pair, Broken, StringComparison.Ordinal)
            : code;
    }

    /// <summary>Breaks mentions inside code, where nothing else needs escaping.</summary>
    internal static string BreakMentions(string code)
    {
        if (!code.AsSpan().ContainsAny('@', '<'))
        {
            return code;
        }

        var broken = new StringBuilder(code.Length + 8);
        for (var i = 0; i < code.Length; i++)
        {
            broken.Append(code[i]);
            if ((code[i] == '@' && IsMassMention(code, i)) || (code[i] == '<' && i + 1 < code.Length && code[i + 1] is '@' or '#'))
            {
                broken.Append(Between[0]);
            }
        }

        return broken.ToString();
    }

    /// <summary>One character of a clean text, escaped for where it stands.</summary>
    internal static string Escape(string text, int index, LinePlace place)
    {
        var c = text[index];
        return c switch
        {
            '\\' or '*' or '_' or '~' or '`' or '|' or '[' or ']' => $"\\{c}",
            '#' or '>' or '-' or '+' when place == LinePlace.Start => $"\\{c}",
            '.' or ')' when place == LinePlace.Number => $"\\{c}",
            ':' when IsEmojiName(text, index) => "\\:",
            '<' when OpensSomething(text, index) => "<" + Between,
            '@' when IsMassMention(text, index) => "@" + Between,
            _ => c.ToString(),
        };
    }

    private static bool OpensSomething(string text, int index) =>
        index + 1 == text.Length || (!char.IsWhiteSpace(text[index + 1]) && !char.IsAsciiDigit(text[index + 1])
            && text[index + 1] is not ('=' or '-'));

    private static bool IsMassMention(string text, int index)
    {
        var name = text.AsSpan(index + 1);
        return name.StartsWith("everyone", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("here", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsEmojiName(string text, int index)
    {
        var end = index + 1;
        while (end < text.Length && end - index <= MaxEmojiNameLength
            && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '+' or '-' or '~'))
        {
            end++;
        }

        return end > index + 1 && end < text.Length && text[end] == ':';
    }

    /// <remarks>
    /// A longer delimiter and spaces where the text has backticks, or ends in a backslash that could be taken for an escape.
    /// </remarks>
    private static string Delimit(string line) =>
        line.Contains('`') || line.EndsWith('\\') ? $"`` {line} ``" : $"`{line}`";
}

/// <summary>Where in its line a character stands.</summary>
internal enum LinePlace
{
    /// <summary>Before anything but white space: marks of headings, quotes and lists would count.</summary>
    Start,

    /// <summary>Behind digits with which the line begins.</summary>
    Number,

    /// <summary>Anywhere else.</summary>
    Inside,
}

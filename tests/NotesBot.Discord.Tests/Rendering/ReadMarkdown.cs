using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>What Discord's client would make of a text, as far as it matters: written apart from what writes it.</summary>
internal sealed partial class ReadMarkdown
{
    private const char Literal = '\uFFFC';

    private ReadMarkdown(string live, IReadOnlyList<string> blocks, bool hasOpenFence) => (Live, Blocks, HasOpenFence) = (live,
        blocks, hasOpenFence);

    /// <summary>The text without code, each escaped character a placeholder.</summary>
    internal string Live { get; }

    /// <summary>The code blocks with their languages, without fences.</summary>
    internal IReadOnlyList<string> Blocks { get; }

    internal bool HasOpenFence { get; }

    internal static ReadMarkdown Of(string text)
    {
        var (live, blocks) = (new StringBuilder(), new List<string>());
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && !char.IsAsciiLetterOrDigit(text[i + 1]) && !char.IsWhiteSpace(text[i + 1]))
            {
                live.Append(Literal);
                i++;
            }
            else if (text[i] == '`')
            {
                var run = text.AsSpan(i).IndexOfAnyExcept('`') is var n and > 0 ? n : text.Length - i;
                var close = Close(text, i + run, run);
                if (close < 0)
                {
                    return new ReadMarkdown(live + text[i..], blocks, hasOpenFence: true);
                }

                if (run >= 3)
                {
                    blocks.Add(text[(i + run)..close]);
                }

                live.Append(Literal);
                i = close + run - 1;
            }
            else
            {
                live.Append(text[i]);
            }
        }

        return new ReadMarkdown(live.ToString(), blocks, hasOpenFence: false);
    }

    /// <summary>What in it would ping, hide, link or run on.</summary>
    internal IEnumerable<string> Faults()
    {
        (string Name, bool Holds)[] rules =
        [
            ("a fence or span stays open", HasOpenFence),
            ("a masked link", MaskedLink().IsMatch(Live)),
            ("a mention", Mention().IsMatch(Live)),
            ("bold is not balanced", Bold().Count(Live) % 2 != 0),
            ("other marks", OtherMarks().IsMatch(Bold().Replace(Live, ""))),
            ("a link", Address().IsMatch(Live)),
            ("bidirectional or control characters", Hidden().IsMatch(Live)),
            ("a wide code block", Blocks.Any(block => block.Split('\n').Any(line => SentMessage.Graphemes(line.Replace("\u200B",
                "", StringComparison.Ordinal)).Count > 60))),
        ];
        return rules.Where(rule => rule.Holds).Select(rule => rule.Name);
    }

    private static int Close(string text, int from, int run)
    {
        for (var i = from; i <= text.Length - run; i++)
        {
            if (text[i] != '`')
            {
                continue;
            }

            var length = text.AsSpan(i).IndexOfAnyExcept('`') is var n and > 0 ? n : text.Length - i;
            if (length == run || (run >= 3 && length > run))
            {
                return i;
            }

            i += length - 1;
        }

        return -1;
    }

    [GeneratedRegex(@"\[[^\]]*\]\(")]
    private static partial Regex MaskedLink();

    [GeneratedRegex("<[@#:/]|<(?:a:|t:|id:)|@everyone|@here", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex("[a-z]://", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"[*_~|]|(?m)^\s*(?:- )?\s*(?:#{1,3} |>)")]
    private static partial Regex OtherMarks();

    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u0000-\u0008\u000B-\u001F\u007F-\u009F]")]
    private static partial Regex Hidden();
}

using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Discord.Payloads;

/// <summary>Takes everything out of somebody's message that is no word: markup, addresses, mentions, emoji of servers, times.</summary>
/// <remarks>Page "Reference", section "Message Formatting"; the rest of the markup is the client's and documented nowhere.</remarks>
internal static partial class MessageWords
{
    /// <summary>More than any question holds: what is longer is cut before it is looked at.</summary>
    private const int MaxLength = 8_000;

    /// <summary>Signs of one kind around each other, as in bold italics.</summary>
    private const int MaxNesting = 3;

    /// <summary>The words of these texts on one line; empty where there are none.</summary>
    internal static string Of(IEnumerable<string> texts)
    {
        var text = string.Join('\n', texts);
        var words = new StringBuilder();
        var at = 0;
        text = text.Length > MaxLength ? text[..MaxLength] : text;
        foreach (Match code in Code().Matches(text))
        {
            words.Append(WithoutMarkup(text[at..code.Index])).Append(' ').Append(code.Groups["code"].Value).Append(' ');
            at = code.Index + code.Length;
        }

        var line = WhiteSpace().Replace(words.Append(WithoutMarkup(text[at..])).ToString(), " ").Trim();
        return line.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? line : "";
    }

    private static string WithoutMarkup(string text)
    {
        var plain = LineStart().Replace(Reference().Replace(MaskedLink().Replace(text, "${text}"), " "), "");
        for (var depth = 0; depth < MaxNesting; depth++)
        {
            plain = Pair().Replace(plain, "${text}");
        }

        return Escape().Replace(Underscore().Replace(plain, ""), "${mark}");
    }

    /// <summary>Fences, with or without the name of a language, and spans; what is in them is kept as it is.</summary>
    [GeneratedRegex(@"```(?:[\w+#.-]*\n)?(?<code>[\s\S]*?)```|``(?<code>[^`].*?)``|`(?<code>[^`\n]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[(?<text>[^\[\]\n]*)\]\(\s*<?[a-z][a-z0-9+.-]*:(?:[^\s()]|\([^\s()]*\))*>?(?:\s+(?:""[^""\n]*""|'[^'\n]*'))?\s*\)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MaskedLink();

    /// <summary>Addresses, mentions, links to commands and channels, emoji of servers, times, and calls to everybody.</summary>
    [GeneratedRegex(
        @"<?\b[a-z][a-z0-9+.-]*://[^\s<>]*>?|<(?:@[!&]?|#)\d+>|</[^<>\n:]+:\d+>|<id:[a-z]+>|<a?:\w+:\d+>|<t:-?\d+(?::[a-zA-Z])?>"
            + @"|<(?:mailto|tel):[^\s<>]*>|@(?:everyone|here)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?:[ \t]*(?:>>>|>|-#|\#{1,6}|[-*+]|\d+[.)])[ \t]+)+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LineStart();

    /// <summary>Underscores around words; those inside of one belong to it.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}\\])_+|(?<!\\)_+(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Underscore();

    /// <summary>Bold, italic, struck out, hidden.</summary>
    [GeneratedRegex(@"(?<!\\)(?:(?<sign>\*{1,3})(?<text>[^*]+)\k<sign>|~~(?<text>[^~]+)~~|\|\|(?<text>[^|]+)\|\|)", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"\\(?<mark>[*_~`|>#\-+.\[\](){}\\:<@])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}

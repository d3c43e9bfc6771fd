using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Discord.Simulator.Rules;

/// <summary>What a text must be beyond its length: names, locales, URLs, emoji.</summary>
internal static partial class TextFormats
{
    /// <summary>The 32 locales of the page "Reference".</summary>
    public static readonly IReadOnlySet<string> Locales = new HashSet<string>(
        ("id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko")
            .Split(' '),
        StringComparer.Ordinal);

    private static readonly Rule Names = new("RG-06", "AC");

    /// <summary>Names of CHAT_INPUT commands and of options: letters, digits, <c>-_'</c>, Devanagari, Thai; lowercase.</summary>
    public static void CommandName(string text, Spot at)
    {
        if (text.Length > 0 && !text.EnumerateRunes().All(IsOfName))
        {
            at.Under(Names).Say("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        else if (text.EnumerateRunes().Any(rune => Rune.ToLowerInvariant(rune) != rune))
        {
            at.Under(Names).Say("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid: it has an uppercase letter");
        }
    }

    /// <summary>An address that a person may open.</summary>
    public static void WebUrl(string text, Spot at) => Url(text, at, ["http", "https"]);

    /// <summary>As <see cref="WebUrl"/>, or a place in the client.</summary>
    public static void ButtonUrl(string text, Spot at) => Url(text, at, ["http", "https", "discord"]);

    /// <summary>An address of a picture, or a file of the same message.</summary>
    public static void MediaUrl(string text, Spot at) => Url(text, at, ["http", "https", "attachment"]);

    /// <summary>A file of the same message.</summary>
    public static void AttachmentUrl(string text, Spot at) => Url(text, at, ["attachment"]);

    /// <summary>Not only white space and invisible characters.</summary>
    public static void Visible(string text, Spot at)
    {
        if (JsonText.IsBlank(text))
        {
            at.Under("MC-31", "field").Say("BASE_TYPE_REQUIRED", "This field is required: nothing of the text can be seen");
        }
    }

    /// <summary>The picture itself, as in a message; a name such as <c>book</c> is none.</summary>
    public static bool IsEmoji(string text) =>
        text.Length > 0 && !text.EnumerateRunes().Any(rune => Rune.IsLetter(rune))
            && (KeyCap().IsMatch(text) || text.EnumerateRunes().Any(IsPictograph));

    /// <summary>Letters of two scripts whose vowel signs are no letters to .NET, as the documents list them.</summary>
    private static bool IsOfName(Rune rune) => rune.Value is '-' or '_' or '\''
        || Rune.IsLetter(rune) || Rune.IsNumber(rune)
        || rune.Value is (>= 0x900 and <= 0x950) or (>= 0x955 and <= 0x963) or (>= 0x966 and <= 0x97F) or (>= 0xA8E0 and <= 0xA8FF)
            or (>= 0x11B00 and <= 0x11B09) or (>= 0xE01 and <= 0xE3A) or (>= 0xE40 and <= 0xE5B);

    private static bool IsPictograph(Rune rune) => rune.Value is 0xA9 or 0xAE or 0x203C or 0x2049 or 0x2122 or 0x2139 or 0x3030 or 0x303D
        or (>= 0x2190 and <= 0x21FF) or (>= 0x2300 and <= 0x23FF) or (>= 0x24C2 and <= 0x27BF) or (>= 0x2900 and <= 0x297F)
        or (>= 0x2B00 and <= 0x2BFF) or (>= 0x3297 and <= 0x3299) or (>= 0x1F000 and <= 0x1FAFF);

    private static void Url(string text, Spot at, string[] schemes)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || text.Any(char.IsWhiteSpace))
        {
            at.Say("URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        else if (!schemes.Contains(uri.Scheme, StringComparer.Ordinal))
        {
            at.Say("URL_TYPE_INVALID_SCHEME",
                $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ({string.Join(", ", schemes)}).");
        }
        else if (uri.Scheme.StartsWith("http", StringComparison.Ordinal) && uri.Host.Length == 0)
        {
            at.Say("URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
    }

    [GeneratedRegex("^[0-9#*]\uFE0F?\u20E3$")]
    private static partial Regex KeyCap();
}

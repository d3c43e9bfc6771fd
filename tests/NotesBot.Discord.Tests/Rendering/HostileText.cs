using CsCheck;

namespace NotesBot.Discord.Tests.Rendering;

/// <summary>Texts that want to break out.</summary>
internal static class HostileText
{
    private static readonly string[] Fragments =
    [
        "*", "**", "***", "_", "__", "~~", "||", "`", "``", "```", "`````", "\\", "\\\\", "\\`", "\n", "\n\n", "\r\n", "\t", " ", "  ",
        "# ", "-# ", "> ", ">>> ", "- ", "1. ", "[", "]", "](", "(", ")", "[a](https://evil.example)", "<", ">", "<@1>", "<@!1>", "<@&1>",
        "<#1>", "</a:1>", "<:x:1>", "<t:0:R>", "<id:browse>", "@everyone", "@here", "@", "everyone", ":", ":smile:",
            "https://a.example/x_y*z",
        "discord.gg/abc", "javascript:x", "$", "$$", "$x_i$", @"\(", @"\)", "|", " | ", "a", "word", "Übung", "漢字", "👩‍👩‍👧‍👦",
            "🏳️‍🌈", "e\u0301",
        "\u0301\u0302\u0303\u0304\u0305\u0306", "\u202E", "\u2066", "\u200B", "\u200D", "\uFEFF", "\u2028", "\0", "\u0085",
            "\uD83D", "\uDE00",
        "\uFFFE", "\u2800", "\u3164", "#\uFE0F\u20E3", "*\uFE0F\u20E3", "\u0600*", "<!-- x -->", "<b>", "print('x')", "123", ".",
            new('x', 200),
    ];

    private static readonly Gen<string> Fragment = Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]);

    /// <summary>Fragments in any order, and any characters.</summary>
    internal static Gen<string> Any { get; } = Gen.OneOf(
        Fragment.Array[0, 60].Select(string.Concat),
        Fragment.Array[0, 12].Select(string.Concat),
        Gen.String[0, 60]);
}

using System.Text;
using System.Text.RegularExpressions;

namespace NotesBot.Discord.Rest;

/// <summary>
/// Keeps the bot's token out of what is sent to people, whether a note, a question or a message of an exception holds it. Safe from many
/// threads.
/// </summary>
/// <remarks>
/// The token's first part stands for all of it, since the rest may be cut off, escaped or partly bold; that part is the application's id
/// in other letters, which nobody writes by chance.
/// </remarks>
/// <param name="token">The token; <see langword="null"/> where there is none.</param>
internal sealed class TokenMask(string? token)
{
    /// <summary>What stands in place of the token; shorter than any token.</summary>
    public const string Instead = "removed-token";

    /// <summary>A first part that is shorter may be a word.</summary>
    private const int ShortestPart = 16;

    private readonly Regex? _pattern = PatternOf(token);

    /// <summary>How the pattern begins: nearly nothing that is sent has this in it, and then nothing is decoded.</summary>
    private readonly byte[][] _beginnings =
        token is { Length: > 1 } ? [Encoding.UTF8.GetBytes(token[..2]), Encoding.UTF8.GetBytes(token[..1] + "**")] : [];

    /// <summary>The JSON without the token; the same bytes where it is not in them.</summary>
    public byte[] Hide(byte[] json)
    {
        if (_pattern is null || !Array.Exists(_beginnings, beginning => json.AsSpan().IndexOf(beginning) >= 0))
        {
            return json;
        }

        var text = Encoding.UTF8.GetString(json);
        var hidden = _pattern.Replace(text, Instead);
        return ReferenceEquals(hidden, text) ? json : Encoding.UTF8.GetBytes(hidden);
    }

    /// <summary>The first part, perhaps with the signs of bold text inside, and whatever of the others follows it.</summary>
    private static Regex? PatternOf(string? token)
    {
        if (token?.Split('.')[0] is not { Length: >= ShortestPart } part)
        {
            return null;
        }

        var letters = string.Join(@"(?:\*\*)?", part.Select(letter => Regex.Escape(letter.ToString())));
        var options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
        return new Regex(letters + @"(?:[\w.*\u200B-]|\\\\)*", options);
    }
}

using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>The pattern of one's own for courses and weeks, from the options.</summary>
internal sealed class OwnPattern
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);
    private readonly Regex _regex;

    private OwnPattern(Regex regex) => _regex = regex;

    /// <summary>The pattern; <see langword="null"/> when the options name none.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    internal static OwnPattern? Of(NotesOptions options) => string.IsNullOrEmpty(options.CoursePattern)
        ? null
        : new OwnPattern(ToRegex(options.CoursePattern));

    /// <summary>In time that grows with the text alone where the pattern allows it: looking back and ahead do not.</summary>
    private static Regex ToRegex(string pattern)
    {
        const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        try
        {
            return new Regex(pattern, Options | RegexOptions.NonBacktracking, Timeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, Options, Timeout);
        }
    }

    /// <summary>What it finds in a path or heading. A text over which it takes longer than 100 milliseconds is one in which it finds
    /// nothing.</summary>
    internal CoursePlace Find(string text)
    {
        try
        {
            var match = _regex.Match(text);
            return new CoursePlace(NumberWords.Parse(match.Groups["course"].Value), NumberWords.Parse(match.Groups["week"].Value));
        }
        catch (RegexMatchTimeoutException)
        {
            return default;
        }
    }
}

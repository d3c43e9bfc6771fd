namespace NotesBot.Benchmarks.Peers;

/// <summary>Words and snippets for peers that bring none.</summary>
internal static class Plain
{
    private const int SnippetLength = 400;

    /// <summary>Runs of letters and digits, in lower case.</summary>
    internal static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(text[at..end].ToLowerInvariant());
            }

            at = end + 1;
        }

        return words;
    }

    /// <summary>The stretch of a text with the most words that are asked for.</summary>
    internal static string Snippet(string text, IReadOnlySet<string> asked, Func<string, string> form)
    {
        var (best, bestCount) = (0, -1);
        for (var start = 0; start < text.Length; start += SnippetLength / 2)
        {
            var count = WordsOf(text.Substring(start, Math.Min(SnippetLength, text.Length - start))).Select(form).Count(asked.Contains);
            (best, bestCount) = count > bestCount ? (start, count) : (best, bestCount);
        }

        return text.Substring(best, Math.Min(SnippetLength, text.Length - best));
    }
}

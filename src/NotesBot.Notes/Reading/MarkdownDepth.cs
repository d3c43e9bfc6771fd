namespace NotesBot.Notes.Reading;

/// <summary>Refuses Markdown on which the parser would spend minutes: its time grows with the square of what stays open.</summary>
internal static class MarkdownDepth
{
    /// <summary>Columns of white space and marks of lists and quotes at the beginning of a line.</summary>
    private const int MaxIndent = 500;

    /// <summary>Links or brackets of one paragraph that are never closed.</summary>
    private const int MaxOpen = 1_000;

    /// <summary>Looks at each line once.</summary>
    /// <exception cref="UnreadableNoteException">Nested too deeply.</exception>
    internal static void Check(string text)
    {
        var open = 0;
        foreach (var untrimmed in text.AsSpan().EnumerateLines())
        {
            var line = untrimmed.TrimEnd();
            var content = line.TrimStart(" \t>-*+");
            open = content.IsEmpty ? 0 : open + OpenedIn(content);
            if (open > MaxOpen || IsDeep(line[..^content.Length]))
            {
                throw new UnreadableNoteException("It is nested too deeply to be read.");
            }
        }
    }

    /// <summary>Brackets that are opened and not closed, and targets of links likewise.</summary>
    private static int OpenedIn(ReadOnlySpan<char> line)
    {
        var brackets = line.Count('[') - line.Count(']');
        var targets = line.Count("](") - line.Count(')');
        return Math.Max(0, brackets) + Math.Max(0, targets);
    }

    /// <summary>A line of dashes or stars alone is a rule, however long.</summary>
    private static bool IsDeep(ReadOnlySpan<char> indent) =>
        indent.Length > MaxIndent && (indent.Count(' ') + indent.Count('\t') + indent.Count('>')) > MaxIndent / 2;
}

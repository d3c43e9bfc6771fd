namespace NotesBot.Notes.Reading;

/// <summary>The bytes of one file on their way through its reader. Used by one thread.</summary>
/// <param name="path">Relative to the notes folder, with <c>/</c> between its parts.</param>
/// <param name="bytes">The whole file.</param>
/// <param name="nextAnchor">Gives the fragment of each heading; asked once a heading, in their order, since repeated ones are numbered.</param>
internal sealed class NoteSource(string path, ReadOnlyMemory<byte> bytes, Func<string, string?> nextAnchor)
{
    private (string Text, string? Doubt)? _text;

    /// <summary>Relative to the notes folder.</summary>
    internal string Path => path;

    /// <summary>The whole file.</summary>
    internal ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The bytes decoded, without byte order mark; line ends as they were.</summary>
    internal string Text => Decoded.Text;

    /// <summary>What is unsure about the text, if that was asked for: a sentence for the owner; <see langword="null"/> when nothing is.</summary>
    internal string? Doubt => _text?.Doubt;

    /// <summary>The encoding of files that are not in Unicode, as the owner names it; <see langword="null"/> for what each file is like.</summary>
    internal string? Encoding { get; init; }

    private (string Text, string? Doubt) Decoded => _text ??= TextDecoder.Decode(bytes.Span, Encoding);

    /// <summary>The fragment of the next heading on the host's rendered page; <see langword="null"/> where the host makes none.</summary>
    internal string? NextAnchor(string headingText) => nextAnchor(headingText);
}

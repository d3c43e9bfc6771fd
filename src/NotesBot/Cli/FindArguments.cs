namespace NotesBot.Cli;

/// <summary>What was typed after <c>find</c>.</summary>
/// <param name="Query">The words, joined; empty with <see cref="Batch"/>.</param>
/// <param name="Course">Only this course.</param>
/// <param name="Week">Only this week.</param>
internal sealed record FindArguments(string Query, int? Course, int? Week)
{
    /// <summary>How many passages at most; <see langword="null"/> for ten.</summary>
    public int? Top { get; init; }

    /// <summary>A file of questions, one JSON object a line.</summary>
    public string? Batch { get; init; }

    /// <summary>Whether each passage says what gave it its place.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether JSON is printed.</summary>
    public bool Json { get; init; }
}

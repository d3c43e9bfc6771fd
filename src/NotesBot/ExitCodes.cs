namespace NotesBot;

/// <summary>What the program ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Done; a question without an answer is done, too.</summary>
    public const int Done = 0;

    /// <summary>It could not be done; one sentence says why.</summary>
    public const int Failure = 1;

    /// <summary>Used or configured wrongly; one sentence a fault says what to change.</summary>
    public const int WrongUse = 2;
}

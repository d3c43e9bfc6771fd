namespace NotesBot.Commands;

/// <summary>What a check of the set-up found.</summary>
/// <param name="Check">What was looked at: one or two words, the same in every run.</param>
/// <param name="State">How it is.</param>
/// <param name="Sentence">What was found and, where something is wrong, what mends it. Holds no secret.</param>
public sealed record Finding(string Check, FindingState State, string Sentence)
{
    /// <summary>All is well.</summary>
    public static Finding Fine(string check, string sentence) => new(check, FindingState.Fine, sentence);

    /// <summary>The bot works, but not as well as it could.</summary>
    public static Finding Warning(string check, string sentence) => new(check, FindingState.Warning, sentence);

    /// <summary>The bot, or a part of it, cannot work.</summary>
    public static Finding Fault(string check, string sentence) => new(check, FindingState.Fault, sentence);
}

/// <summary>How something is.</summary>
public enum FindingState
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>It works, but somebody should look at it.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Fault,
}

namespace NotesBot.Commands;

/// <summary>Why somebody gets a sentence in place of an answer, before any command was asked.</summary>
public enum Refusal
{
    /// <summary>More is going on than can be answered in time.</summary>
    Busy,

    /// <summary>This person asks faster than is fair to others.</summary>
    TooOften,

    /// <summary>A filter of the place refused the answer.</summary>
    Blocked,

    /// <summary>What was pressed is not ours, or of a version that is not known.</summary>
    UnknownButton,

    /// <summary>The answer failed on its way, not while it was made.</summary>
    Undeliverable,
}

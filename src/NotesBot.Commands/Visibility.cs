namespace NotesBot.Commands;

/// <summary>
/// Who sees a reply: decided here alone, for every medium that has public and private ones, by what the place allows, what its owner chose and
/// on whose message a button was pressed.
/// </summary>
public sealed record Visibility
{
    /// <summary>Whether the place allows nothing but private replies, whatever is wished.</summary>
    public bool OnlyPrivate { get; init; }

    /// <summary>Whether a reply is private where nobody says: the choice of who runs the bot.</summary>
    public bool PrivateByDefault { get; init; }

    /// <summary>Whether only this person sees the message whose button was pressed; <see langword="false"/> where none was.</summary>
    public bool OnPrivate { get; init; }

    /// <summary>Whether this person asked the question that the pressed message answers; <see langword="true"/> where none was pressed.</summary>
    public bool ByWhoAsked { get; init; } = true;

    /// <summary>Whether this person may change or delete the pressed message: anybody else gets a copy of their own.</summary>
    public bool MayChange => OnPrivate || ByWhoAsked;

    /// <summary>Whether a new message is for this person only.</summary>
    /// <param name="wish">What the reply or the question says; <see langword="null"/> for nothing.</param>
    public bool IsPrivate(bool? wish) => OnlyPrivate || (wish ?? (PrivateByDefault || OnPrivate || !ByWhoAsked));
}

namespace NotesBot.Discord.Rest;

/// <summary>The error codes of Discord's API that mean something to us. Page "Opcodes and Status Codes".</summary>
internal static class DiscordCodes
{
    /// <summary>No such application.</summary>
    public const int UnknownApplication = 10002;

    /// <summary>No such server.</summary>
    public const int UnknownGuild = 10004;

    /// <summary>The message was deleted.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>The webhook is not there, or not yet.</summary>
    public const int UnknownWebhook = 10015;

    /// <summary>Three seconds are over, or somebody else answered.</summary>
    public const int UnknownInteraction = 10062;

    /// <summary>No such command.</summary>
    public const int UnknownCommand = 10063;

    /// <summary>The token belongs to another application.</summary>
    public const int NotOurApplication = 20012;

    /// <summary>The day's new commands are used up.</summary>
    public const int DailyCreatesUsedUp = 30034;

    /// <summary>The request is too large.</summary>
    public const int RequestTooLarge = 40005;

    /// <summary>The interaction has its first response.</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>No further follow-up.</summary>
    public const int FollowUpLimit = 40094;

    /// <summary>Our User-Agent is refused.</summary>
    public const int WrongUserAgent = 40333;

    /// <summary>The application is not there, or lacks a scope.</summary>
    public const int MissingAccess = 50001;

    /// <summary>A permission is missing.</summary>
    public const int MissingPermission = 50013;

    /// <summary>The fifteen minutes are over.</summary>
    public const int InvalidWebhookToken = 50027;

    /// <summary>A file is too large.</summary>
    public const int FileTooLarge = 50045;

    /// <summary>AutoMod refused the text.</summary>
    public const int BlockedByAutoMod = 200000;

    /// <summary>A link in the text was refused.</summary>
    public const int BlockedLink = 240000;
}

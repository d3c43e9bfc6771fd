namespace NotesBot.Discord;

/// <summary>
/// What the person who runs the bot decides about Discord. Read from the section <c>Discord</c> of the configuration and from the
/// variable <c>DISCORD_TOKEN</c>; all faults are reported together at start.
/// </summary>
public sealed class DiscordOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token, without <c>Bot</c> before it. A secret: it is never shown or logged.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds the token, as container secrets are given; <see langword="null"/> for none.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Where the API is, without the version.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api");

    /// <summary>How interactions arrive.</summary>
    public InteractionTransport Transport { get; set; } = InteractionTransport.Gateway;

    /// <summary>Which client speaks to the gateway.</summary>
    public DiscordLibrary Library { get; set; } = DiscordLibrary.Own;

    /// <summary>The application's public key, 32 bytes in hexadecimal; needed by <see cref="InteractionTransport.Http"/> alone.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Port of the HTTP endpoint, 1 to 65535; <see langword="null"/> for what ASP.NET Core is told.</summary>
    public int? Port { get; set; }

    /// <summary>Path of the HTTP endpoint.</summary>
    public string InteractionsPath { get; set; } = "/interactions";

    /// <summary>The application that the token must belong to; <see langword="null"/> to take what Discord says.</summary>
    public ulong? ApplicationId { get; set; }

    /// <summary>
    /// Servers that get the commands; empty for everywhere. Commands of single servers work neither in direct messages nor for people
    /// who installed the bot for themselves.
    /// </summary>
    public IReadOnlyList<ulong> GuildIds { get; set; } = [];

    /// <summary>Who sees replies when the question does not say.</summary>
    public ReplyVisibility Replies { get; set; } = ReplyVisibility.Public;

    /// <summary>A folder for the little that must outlive the process; <see langword="null"/> to keep nothing.</summary>
    public string? StateFolder { get; set; }

    /// <summary>What could not be read from the configuration, a sentence each.</summary>
    internal IReadOnlyList<string> ReadingFaults { get; set; } = [];

    /// <summary>Whether Discord is wanted at all.</summary>
    public bool IsConfigured =>
        ReadingFaults.Count > 0 || Transport == InteractionTransport.Http || Token is not null || TokenFile is not null;
}

/// <summary>How interactions arrive.</summary>
public enum InteractionTransport
{
    /// <summary>Over a WebSocket that the bot opens.</summary>
    Gateway,

    /// <summary>As HTTP requests from Discord.</summary>
    Http,
}

/// <summary>Which client speaks to the gateway.</summary>
public enum DiscordLibrary
{
    /// <summary>The one in this program.</summary>
    Own,

    /// <summary>Discord.Net, if the program was built with it.</summary>
    DiscordNet,
}

/// <summary>Who sees a reply.</summary>
public enum ReplyVisibility
{
    /// <summary>Everybody in the channel.</summary>
    Public,

    /// <summary>The person who asked.</summary>
    Private,
}

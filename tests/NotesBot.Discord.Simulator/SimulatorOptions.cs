using NotesBot.Discord.Simulator.Rest;

namespace NotesBot.Discord.Simulator;

/// <summary>What the stand-in pretends to be. The defaults are a small bot in two servers.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The bot token that is right.</summary>
    public string Token { get; init; } = "MTIzNDU2Nzg5MDEyMzQ1Njc4.simulator.token";

    /// <summary>The application's id, which is the bot user's too.</summary>
    public ulong ApplicationId { get; init; } = 123456789012345678;

    /// <summary>Who owns the application.</summary>
    public Person Owner { get; init; } = Person.Alice;

    /// <summary>Ids of the servers that the application is in; commands for another one are refused with 50001.</summary>
    public IReadOnlyList<ulong> Guilds { get; init; } = [Scene.GuildOfDefault, 175928847299117064];

    /// <summary>The port of REST and the gateway; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>All times: token lives, windows of limits, time stamps.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What HELLO tells.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How much later than the interval a heartbeat may come before it is a violation.</summary>
    public TimeSpan HeartbeatTolerance { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How long a session that lost its connection can be resumed.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The recommended number of shards.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>How many shards may identify within five seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>IDENTIFYs left today.</summary>
    public int SessionStartsRemaining { get; init; } = 1000;

    /// <summary>When the day of IDENTIFYs begins anew.</summary>
    public TimeSpan SessionStartsResetAfter { get; init; } = TimeSpan.FromHours(14);

    /// <summary>Whether the gateway's URLs end with a slash.</summary>
    public bool TrailingSlash { get; init; }

    /// <summary>How many unavailable guilds READY lists; <see langword="null"/> lists <see cref="Guilds"/>.</summary>
    public int? ReadyGuilds { get; init; }

    /// <summary>What <c>/applications/@me</c> says about an endpoint for interactions.</summary>
    public string? InteractionsEndpointUrl { get; init; }

    /// <summary>What the application asks for where it is added by its own button.</summary>
    public IReadOnlyList<string> InstallScopes { get; init; } = ["bot", "applications.commands"];

    /// <summary>Whether people can add the application for themselves.</summary>
    public bool AllowsUserInstall { get; init; } = true;

    /// <summary>The application's public key in hex, as <c>/applications/@me</c> tells it.</summary>
    public string PublicKey { get; init; } = new('0', 64);

    /// <summary>Largest file of an answer in bytes, as interactions tell it.</summary>
    public long AttachmentSizeLimit { get; init; } = 10 * 1024 * 1024;

    /// <summary>New commands a day and scope.</summary>
    public int CommandCreatesADay { get; init; } = 200;

    /// <summary>Windows of the routes by route name, over the default ones; a limit of 0 means: no headers.</summary>
    public IReadOnlyDictionary<string, RateWindow> RateWindows { get; init; } = new Dictionary<string, RateWindow>();

    /// <summary>Requests with authorization in any second.</summary>
    public int GlobalLimit { get; init; } = 50;

    /// <summary>How long after a bar was told a request is forgiven, because it was on its way.</summary>
    public TimeSpan InFlightGrace { get; init; } = TimeSpan.Zero;

    /// <summary>Every request goes there as a line of JSON.</summary>
    public TextWriter? Record { get; init; }

    /// <summary>How many of the newest requests, frames and interactions are kept for looking at.</summary>
    public int Keep { get; init; } = 10_000;
}

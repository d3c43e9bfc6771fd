using Microsoft.Extensions.Logging;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord.Gateway;

/// <summary>Asks where the gateway is, as long as it takes. Safe from many threads.</summary>
internal sealed class GatewayLookup(
    ApplicationRest rest, BotCredential credential, TimeProvider time, Random random, ILogger<GatewayLookup> logger)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan QuietTime = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private GatewayAddress? _last;
    private long? _warnedAt;

    /// <summary>The address and limits; asked anew unless that was a moment ago.</summary>
    /// <exception cref="Commands.TransportStoppedException">Discord refuses the token.</exception>
    public async Task<GatewayAddress> FindAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            if (Recent() is { } known)
            {
                return known;
            }

            var answer = await rest.GetGatewayAsync(cancellationToken);
            if (Understand(answer.Value) is { } found)
            {
                return Remember(found);
            }

            if (credential.IsRefused)
            {
                throw BotCredential.Stopped();
            }

            var pause = Pause.Before(failures).Choose(random);
            Warn(answer.Response, pause);
            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>A session begins: one less may.</summary>
    public void Spend()
    {
        lock (_gate)
        {
            _last = _last is null ? null : _last with { Remaining = _last.Remaining - 1 };
        }
    }

    /// <summary>What was said is wrong: the next caller asks anew.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _last = null;
        }
    }

    private GatewayAddress? Recent()
    {
        lock (_gate)
        {
            return _last is not null && time.GetElapsedTime(_last.AskedAt) < Fresh ? _last : null;
        }
    }

    private GatewayAddress Remember(GatewayAddress found)
    {
        lock (_gate)
        {
            _warnedAt = null;
            return _last = found;
        }
    }

    private GatewayAddress? Understand(GatewayBot? bot) =>
        Uri.TryCreate(bot?.Url, UriKind.Absolute, out var url) && url is { Scheme: "wss" } or { Scheme: "ws", IsLoopback: true }
            ? new GatewayAddress(url!, Math.Max(1, bot!.Shards), time.GetTimestamp())
            {
                Remaining = bot.SessionStartLimit?.Remaining ?? int.MaxValue,
                ResetAfter = TimeSpan.FromMilliseconds(Math.Clamp(bot.SessionStartLimit?.ResetAfter ?? 0, 0, 7 * 86_400_000L)),
                Total = bot.SessionStartLimit?.Total ?? 0,
                MaxConcurrency = Math.Max(1, bot.SessionStartLimit?.MaxConcurrency ?? 1),
            }
            : null;

    private void Warn(RestResponse response, TimeSpan pause)
    {
        lock (_gate)
        {
            if (_warnedAt is { } at && time.GetElapsedTime(at) < QuietTime)
            {
                return;
            }

            _warnedAt = time.GetTimestamp();
        }

        logger.GatewayNotFound(rest.Host, response.Status, response.Reason, pause.TotalMilliseconds);
    }
}

/// <summary>Where the gateway is, and what may be begun there.</summary>
/// <param name="Url">Without a query.</param>
/// <param name="Shards">How many connections Discord recommends.</param>
/// <param name="AskedAt">When this was so, as <see cref="TimeProvider.GetTimestamp"/> counts.</param>
internal sealed record GatewayAddress(Uri Url, int Shards, long AskedAt)
{
    /// <summary>Sessions that may still begin.</summary>
    public int Remaining { get; init; }

    /// <summary>Sessions that may begin in a day; 0 where Discord does not say.</summary>
    public int Total { get; init; }

    /// <summary>Until there are more.</summary>
    public TimeSpan ResetAfter { get; init; }

    /// <summary>How many shards may identify together.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>
    /// What lies between two sessions when what is left must last until there are more; zero as long as more than half is left.
    /// </summary>
    public TimeSpan Spread => Remaining > Total / 2 || Remaining <= DiscordLimits.IdentifyReserve
        ? TimeSpan.Zero
        : ResetAfter / (Remaining - DiscordLimits.IdentifyReserve);

    /// <summary>An address with the query that every connection has, the first and the resumed.</summary>
    public static Uri WithQuery(Uri url) =>
        new UriBuilder(url) { Query = $"v={DiscordLimits.ApiVersion}&encoding=json", Fragment = "" }.Uri;
}

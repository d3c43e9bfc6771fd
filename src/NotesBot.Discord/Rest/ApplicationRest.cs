using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NotesBot.Discord.Rest;

/// <summary>What is asked with the bot's token: the gateway's address, the application, its commands. Safe from many threads.</summary>
internal sealed class ApplicationRest(RestClient client)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WriteAttempt = TimeSpan.FromSeconds(30);

    /// <summary>Where the API is.</summary>
    public string Host => client.Host;

    /// <summary><c>GET /gateway/bot</c>.</summary>
    public Task<Answer<GatewayBot>> GetGatewayAsync(CancellationToken cancellationToken) =>
        GetAsync(RestRoute.Bot(HttpMethod.Get, "/gateway/bot", "/gateway/bot"), RestJson.Default.GatewayBot, cancellationToken);

    /// <summary><c>GET /applications/@me</c>.</summary>
    public Task<Answer<ApplicationFacts>> GetApplicationAsync(CancellationToken cancellationToken) =>
        GetAsync(RestRoute.Bot(HttpMethod.Get, "/applications/@me", "/applications/@me"), RestJson.Default.ApplicationFacts,
            cancellationToken);

    /// <summary>The registered commands, with all their languages.</summary>
    public Task<Answer<List<CommandJson>>> GetCommandsAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var route = scope.Route(HttpMethod.Get, "?with_localizations=true");
        return GetAsync(route, RestJson.Default.ListCommandJson, cancellationToken);
    }

    /// <summary>Registers exactly these commands.</summary>
    public async Task<RestResponse> PutCommandsAsync(
        CommandScope scope, IReadOnlyList<CommandJson> commands, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes([.. commands], RestJson.Default.ListCommandJson);
        var call = new RestCall(scope.Route(HttpMethod.Put, ""), client.DeadlineIn(2 * Patience), WriteAttempt)
        {
            Content = () => BodyContent.Json(json),
        };
        return await client.SendAsync(call, cancellationToken);
    }

    /// <summary>Takes one command away.</summary>
    public Task<RestResponse> DeleteCommandAsync(CommandScope scope, ulong commandId, CancellationToken cancellationToken) =>
        client.SendAsync(
            new RestCall(scope.RouteOf(commandId, HttpMethod.Delete), client.DeadlineIn(Patience), Attempt), cancellationToken);

    private async Task<Answer<T>> GetAsync<T>(RestRoute route, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var response = await client.SendAsync(new RestCall(route, client.DeadlineIn(Patience), Attempt), cancellationToken);
        return new Answer<T>(response is { IsSuccess: true, Failure: RestFailure.None } ? Read(response.Body, type) : null, response);
    }

    private static T? Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>An answer of the API.</summary>
/// <param name="Value">What it says; <see langword="null"/> when it failed or could not be read.</param>
/// <param name="Response">How it came.</param>
internal sealed record Answer<T>(T? Value, RestResponse Response)
    where T : class;

/// <summary>Which list of commands.</summary>
/// <param name="ApplicationId">Whose.</param>
/// <param name="GuildId">Of this server; <see langword="null"/> for everywhere.</param>
internal sealed record CommandScope(ulong ApplicationId, ulong? GuildId)
{
    /// <summary>Its route.</summary>
    public RestRoute Route(HttpMethod method, string query) => GuildId is { } guild
        ? RestRoute.Bot(
            method,
            "/applications/{application}/guilds/{guild}/commands",
            string.Create(CultureInfo.InvariantCulture, $"/applications/{ApplicationId}/guilds/{guild}/commands{query}"),
            guild.ToString(CultureInfo.InvariantCulture))
        : RestRoute.Bot(
            method,
            "/applications/{application}/commands",
            string.Create(CultureInfo.InvariantCulture, $"/applications/{ApplicationId}/commands{query}"));

    /// <summary>The route of one command in it.</summary>
    public RestRoute RouteOf(ulong commandId, HttpMethod method)
    {
        var list = Route(method, string.Create(CultureInfo.InvariantCulture, $"/{commandId}"));
        return list with { Template = list.Template + "/{command}" };
    }

    /// <summary>As people say it.</summary>
    public override string ToString() => GuildId is { } guild ? $"server {guild}" : "all servers";
}

/// <summary><c>GET /gateway/bot</c>. Page "Gateway".</summary>
/// <param name="Url">Where to connect.</param>
/// <param name="Shards">How many connections Discord recommends.</param>
/// <param name="SessionStartLimit">How many sessions may begin.</param>
internal sealed record GatewayBot(string? Url, int Shards, SessionStartLimit? SessionStartLimit);

/// <summary>How many sessions may begin.</summary>
/// <param name="Total">In a day.</param>
/// <param name="Remaining">Until the reset.</param>
/// <param name="ResetAfter">In milliseconds.</param>
/// <param name="MaxConcurrency">In five seconds.</param>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);

/// <summary>What is read of an application.</summary>
/// <param name="Id">Its id.</param>
/// <param name="InteractionsEndpointUrl">Where its interactions go by HTTP; <see langword="null"/> or empty for the gateway.</param>
/// <param name="VerifyKey">Its public key.</param>
/// <param name="Owner">Who made it.</param>
/// <param name="Team">Who owns it together; <see langword="null"/> for one person.</param>
internal sealed record ApplicationFacts(
    ulong Id, string? InteractionsEndpointUrl, string? VerifyKey, ApplicationUser? Owner, ApplicationTeam? Team)
{
    /// <summary>What it is called; <see langword="null"/> when Discord does not say.</summary>
    public string? Name { get; init; }

    /// <summary>The bot as people see it in lists; <see langword="null"/> when Discord does not say.</summary>
    public ApplicationBot? Bot { get; init; }

    /// <summary>About how many servers it is in; <see langword="null"/> when Discord does not say.</summary>
    public int? ApproximateGuildCount { get; init; }

    /// <summary>About how many people have it for themselves; <see langword="null"/> when Discord does not say.</summary>
    public int? ApproximateUserInstallCount { get; init; }

    /// <summary>What it asks for where it is added by its own button; <see langword="null"/> when it has none.</summary>
    public InstallParams? InstallParams { get; init; }

    /// <summary>The same for servers ("0") and for people ("1"); <see langword="null"/> when Discord does not say.</summary>
    public IReadOnlyDictionary<string, IntegrationType?>? IntegrationTypesConfig { get; init; }

    /// <summary>Whether a person owns the application, alone or in its team.</summary>
    public bool IsOwnedBy(ulong userId) =>
        Team is null ? Owner?.Id == userId : Team.Members?.Any(member => member.MembershipState == 2 && member.User?.Id == userId) == true;
}

/// <summary>The bot of an application.</summary>
/// <param name="Username">Its name.</param>
internal sealed record ApplicationBot(string? Username);

/// <summary>One way of adding an application.</summary>
/// <param name="Oauth2InstallParams">What is asked for then.</param>
internal sealed record IntegrationType(InstallParams? Oauth2InstallParams);

/// <summary>What an application asks for.</summary>
/// <param name="Scopes">By their names.</param>
internal sealed record InstallParams(IReadOnlyList<string>? Scopes);

/// <summary>A team.</summary>
internal sealed record ApplicationTeam(IReadOnlyList<TeamMember>? Members);

/// <summary>Somebody in a team.</summary>
/// <param name="MembershipState">1 invited, 2 accepted. Page "Teams".</param>
/// <param name="User">Who it is.</param>
internal sealed record TeamMember(int MembershipState, ApplicationUser? User);

/// <summary>A person.</summary>
internal sealed record ApplicationUser(ulong Id);

/// <summary>JSON of what is asked with the bot's token. Ids are strings on the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(ApplicationFacts))]
[JsonSerializable(typeof(List<CommandJson>))]
internal sealed partial class RestJson : JsonSerializerContext;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord.Diagnosis;
using NotesBot.Discord.Gateway;
using NotesBot.Discord.Http;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;

namespace NotesBot.Discord;

/// <summary>Puts the room together for a host.</summary>
public static class DiscordServices
{
    /// <summary>Name of the meter that counts interactions, sessions and latencies.</summary>
    public const string MeterName = DiscordMetrics.MeterName;

    private static readonly TimeSpan IdleConnection = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(15);

    /// <summary>Whether the configuration asks for Discord at all: by a token, or by a transport that needs none.</summary>
    public static bool IsConfigured(IConfiguration configuration) => Read(configuration).IsConfigured;

    /// <summary>What is set wrongly, a sentence each; none when all is well or Discord is not wanted.</summary>
    public static IReadOnlyList<string> FaultsOf(IConfiguration configuration) =>
        [.. new DiscordOptionsValidator().Validate(name: null, Read(configuration)).Failures ?? []];

    /// <summary>
    /// Adds Discord: <see cref="DiscordOptions"/> (read from the configuration, all faults reported at start) and what speaks to Discord.
    /// Needs an <c>IConfiguration</c> and logging; takes a <see cref="TimeProvider"/> and a <see cref="Random"/> if there are any.
    /// </summary>
    /// <param name="services">Where to add.</param>
    /// <param name="stateFolder">A folder for the little that must outlive the process: that of the index.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, string? stateFolder)
    {
        services.AddSingleton<IConfigureOptions<DiscordOptions>, DiscordOptionsSetup>();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.AddOptions<DiscordOptions>().Configure(options => options.StateFolder ??= stateFolder).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
#pragma warning disable RS0030 // Where it is put together: everything else takes a Random.
        services.TryAddSingleton(Random.Shared);
#pragma warning restore RS0030
        return services.AddRest().AddRegistration().AddGateway().AddInteractions();
    }

    private static DiscordOptions Read(IConfiguration configuration)
    {
        var options = new DiscordOptions();
        new DiscordOptionsSetup(configuration).Configure(options);
        return options;
    }

    private static IServiceCollection AddRegistration(this IServiceCollection services)
    {
        services.AddSingleton<ApplicationRest>();
        services.AddSingleton<ApplicationIdentity>();
        services.AddSingleton<GuildMemory>();
        services.AddSingleton<GuildCleanup>();
        services.AddSingleton<RegistrarContext>();
        services.AddSingleton<CommandRegistrar>();
        services.AddSingleton<SetupContext>();
        services.AddSingleton<ApplicationSetup>();
        services.AddSingleton<CommandDiagnosis>();
        services.AddSingleton<GatewayDiagnosis>();
        services.AddSingleton(provider => new DiscordDiagnosis(
            provider.GetRequiredService<ApplicationRest>(),
            provider.GetRequiredService<BotCredential>(),
            provider.GetRequiredService<IOptions<DiscordOptions>>(),
            provider.GetRequiredService<CommandDiagnosis>(),
            provider.GetRequiredService<GatewayDiagnosis>()));
        return services;
    }

    private static IServiceCollection AddGateway(this IServiceCollection services)
    {
        services.AddSingleton<DiscordMetrics>();
        services.AddSingleton<IdentifyBudget>();
        services.AddSingleton<GatewayLookup>();
        services.AddSingleton<SessionStarts>();
        services.AddSingleton<QueueContext>();
        services.AddSingleton<IFirstResponse>(provider => provider.GetRequiredService<InteractionRest>());
        services.AddSingleton<InteractionQueue>();
        services.AddSingleton(provider => new ShardContext(
            provider.GetRequiredService<BotCredential>(),
            provider.GetRequiredService<SessionStarts>(),
            provider.GetRequiredService<InteractionQueue>(),
            provider.GetRequiredService<DiscordMetrics>())
        {
            Time = provider.GetRequiredService<TimeProvider>(),
            Random = provider.GetRequiredService<Random>(),
            Logger = provider.GetRequiredService<ILogger<DiscordTransport>>(),
        });
        services.AddSingleton<DiscordTransport>();
        services.AddSingleton<HttpTransport>();
        services.TryAddSingleton<ITransport>(provider =>
            provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Transport == InteractionTransport.Http
                ? provider.GetRequiredService<HttpTransport>()
                : provider.GetRequiredService<DiscordTransport>());
        return services;
    }

    private static IServiceCollection AddRest(this IServiceCollection services)
    {
        services.AddSingleton(provider => new BotCredential(provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Token));
        services.AddSingleton<RateLimits>();
        services.AddSingleton<RestRetry>();
        services.AddSingleton<DiscordClock>();
        services.AddSingleton<RestPolicy>();
        services.AddSingleton<RestClient>();
        services.AddSingleton<InteractionRest>();
        services.AddSingleton<RecentInteractions>();
        services.AddTransient<RateLimitHandler>();
        services.AddHttpClient(RestClient.ClientName)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.PooledConnectionIdleTimeout = IdleConnection;
                handler.PooledConnectionLifetime = ConnectionLife;
                handler.ConnectTimeout = DiscordLimits.FirstResponse;
            })
            .AddHttpMessageHandler<RateLimitHandler>();
        return services;
    }
}

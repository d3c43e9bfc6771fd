using NotesBot.Commands;
using NotesBot.Discord;
#if DISCORD_NET
using NotesBot.DiscordNet;
#endif
using NotesBot.Libraries;
using NotesBot.Library;

namespace NotesBot.Hosting;

/// <summary>The bot on Discord: index, transport and health, until it is told to stop.</summary>
internal static class BotHost
{
    private static readonly TimeSpan MaxStop = TimeSpan.FromSeconds(5);

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(settings.Configuration);
        AddLogging(builder);
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = MaxStop;

            // The host says so in the log, and whatever else works goes on.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        AddLibrary(builder.Services, settings);
        builder.Services.AddDiscord(settings.IndexPath);
        UseLibrary(builder.Services, settings);
        builder.Services.AddMetricsPage(settings);
        builder.Services.AddSingleton<TransportWorker>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<TransportWorker>());
        builder.Services.AddHostedService<HealthWriter>();
        builder.Services.AddHostedService<WebServer>();
        builder.Services.AddHostedService<WebPages>();
        using var host = builder.Build();
        var transport = host.Services.GetRequiredService<TransportWorker>();
        await host.RunAsync(cancellationToken);
        return transport.Failed ? ExitCodes.Failure : ExitCodes.Done;
    }

    /// <summary>Adds the library, what keeps it fresh, and the commands over it.</summary>
    public static void AddLibrary(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Opening.ForWriting(settings, provider.GetRequiredService<ILoggerFactory>(), anew: false));
        services.AddSingleton(provider => LibraryCommands.ContextOf(provider.GetRequiredService<FreshLibrary>()));
        services.AddSingleton(provider => LibraryCommands.Over(
            provider.GetRequiredService<CommandContext>(), provider.GetRequiredService<ILogger<CommandSet>>()));
        services.AddHostedService<IndexingWorker>();
    }

    /// <exception cref="SettingsException">A library is asked for that this program was built without.</exception>
    private static void UseLibrary(IServiceCollection services, Settings settings)
    {
        if (string.Equals(settings.Configuration["Discord:Library"], nameof(DiscordLibrary.DiscordNet), StringComparison.OrdinalIgnoreCase))
        {
#if DISCORD_NET
            services.AddDiscordNet();
#else
            _ = services;
            throw new SettingsException(
                "Discord:Library is DiscordNet, but this program was built without it: build it with -p:UseDiscordNet=true, "
                + "or take the setting away.");
#endif
        }
    }

    private static void AddLogging(HostApplicationBuilder builder)
    {
        // Else each request of Discord's and each look at the health pages is two lines.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // The web server would write a line for each look at the health pages.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            options.UseUtcTimestamp = true;
        });
    }
}

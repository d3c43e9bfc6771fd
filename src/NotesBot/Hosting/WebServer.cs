using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord;
using NotesBot.Discord.Http;
using NotesBot.Library;
using OpenTelemetry.Metrics;

namespace NotesBot.Hosting;

/// <summary>
/// The pages of the bot. Strangers reach one port, where Discord sends interactions to and a git host its webhook; another, usually of this
/// machine alone, has <c>/health/live</c> while the bot runs, <c>/health/ready</c> while it can answer, and <c>/metrics</c> where that is
/// wanted. Without interactions there is only the second, and the webhook with it.
/// </summary>
internal sealed class WebServer(Settings settings, IOptions<DiscordOptions> discord, IServiceProvider services, ILoggerFactory loggers)
    : IHostedService, IAsyncDisposable
{
    // A request that takes longer to arrive is no longer of use: Discord waits three seconds.
    private static readonly TimeSpan MaxHeaders = TimeSpan.FromSeconds(5);
    private const string DefaultAddress = "http://*:8080";
    private readonly CancellationTokenSource _abandoning = new();
    private WebApplication? _web;

    private WebhookSecret? Webhook { get; } = settings.HookSecret is { } secret ? new WebhookSecret(secret) : null;

    private bool TakesInteractions => discord.Value.Transport == InteractionTransport.Http;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Health is null && !TakesInteractions && Webhook is null)
        {
            return;
        }

        if (TakesInteractions && settings.Health is { } pages && pages.Port == discord.Value.Port)
        {
            throw new SettingsException("Health:Port and Discord:Port are the same: strangers reach the one, and the other is for you alone.");
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggers);
        builder.WebHost.UseKestrelCore().UseUrls([.. Addresses()]).ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = HttpInteractions.MaxBodyBytes;
            options.Limits.RequestHeadersTimeout = MaxHeaders;
        });
        _web = builder.Build();
        if (services.GetService<MeterProvider>() is { } meters)
        {
            _web.UseOpenTelemetryPrometheusScrapingEndpoint(
                meters, context => context.Request.Path == "/metrics" && IsForHealth(context), path: null, configureBranchedPipeline: null, optionsName: null);
        }

        _web.Run(AnswerAsync);
        await _web.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var giveUp = cancellationToken.Register(_abandoning.Cancel);
        await (_web?.StopAsync(cancellationToken) ?? Task.CompletedTask);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (_web?.DisposeAsync() ?? ValueTask.CompletedTask);
        _abandoning.Dispose();
    }

    /// <summary>The health port, and that of the endpoint, or what ASP.NET Core is told, where requests of strangers are taken.</summary>
    private List<string> Addresses()
    {
        List<string> health = settings.Health is { } pages ? [pages.Url] : [];
        if (!TakesInteractions && settings.Health is not null)
        {
            return health;
        }

        var told = settings.Configuration["ASPNETCORE_URLS"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return TakesInteractions && discord.Value.Port is { } port ? [.. health, $"http://*:{port}"]
            : told.Length > 0 ? [.. health, .. told]
            : [.. health, DefaultAddress];
    }

    private bool IsForHealth(HttpContext context) => context.Connection.LocalPort == settings.Health?.Port;

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value;
        var isForHealth = IsForHealth(context);
        if (TakesInteractions && !isForHealth && path == discord.Value.InteractionsPath)
        {
            return TakeAsync(context);
        }

        if (Webhook is { } secret && !(TakesInteractions && isForHealth) && path == WebhookRequest.Path)
        {
            return new WebhookRequest(context, secret, services.GetRequiredService<FreshLibrary>().Nudge).AnswerAsync();
        }

        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        context.Response.StatusCode = path switch
        {
            _ when !isForHealth || path is not ("/health/live" or "/health/ready") => StatusCodes.Status404NotFound,
            _ when !isRead => StatusCodes.Status405MethodNotAllowed,
            "/health/ready" when !CanAnswer() => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status200OK,
        };
        return Task.CompletedTask;
    }

    private bool CanAnswer() =>
        services.GetRequiredService<FreshLibrary>() is { IsReady: true, Fault: null } && services.GetRequiredService<ITransport>().IsConnected;

    private Task TakeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            return new InteractionRequest(context, services.GetRequiredService<HttpInteractions>()).AnswerAsync(_abandoning.Token);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = HttpMethods.Post;
        return Task.CompletedTask;
    }
}

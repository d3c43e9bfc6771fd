using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Discord;
using NotesBot.Discord.Http;
using NotesBot.Library;
using OpenTelemetry.Metrics;

namespace NotesBot.Hosting;

/// <summary>
/// The pages of the bot: <c>/health/live</c> while it runs, <c>/health/ready</c> while it can answer, <c>/metrics</c> where that is wanted,
/// the endpoint that Discord sends interactions to, and the webhook of the notes. Listens only where a port is set, or something of the last
/// two is to come.
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
        if (settings.HealthPort is null && !TakesInteractions && Webhook is null)
        {
            return;
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
                meters, static context => context.Request.Path == "/metrics", path: null, configureBranchedPipeline: null, optionsName: null);
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

    /// <summary>The port of the endpoint, else what ASP.NET Core is told; the health pages stand on all of them.</summary>
    private List<string> Addresses()
    {
        var told = settings.Configuration["ASPNETCORE_URLS"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
        int?[] ports = [settings.HealthPort, TakesInteractions ? discord.Value.Port : null];
        var set = ports.OfType<int>().Distinct().Select(port => $"http://*:{port}").ToList();
        var isPortSet = TakesInteractions ? discord.Value.Port is not null : settings.HealthPort is not null;
        var listensAsTold = !isPortSet && told.Length > 0;
        return listensAsTold ? [.. told, .. set] : set.Count > 0 ? set : [DefaultAddress];
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value;
        if (TakesInteractions && path == discord.Value.InteractionsPath)
        {
            return TakeAsync(context);
        }

        if (Webhook is { } secret && path == WebhookRequest.Path)
        {
            return new WebhookRequest(context, secret, services.GetRequiredService<FreshLibrary>().Nudge).AnswerAsync();
        }

        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        context.Response.StatusCode = path switch
        {
            not ("/health/live" or "/health/ready") => StatusCodes.Status404NotFound,
            _ when !isRead => StatusCodes.Status405MethodNotAllowed,
            "/health/ready" when !CanAnswer() => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status200OK,
        };
        return Task.CompletedTask;
    }

    private bool CanAnswer() =>
        services.GetRequiredService<FreshLibrary>().IsReady && services.GetRequiredService<ITransport>().IsConnected;

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

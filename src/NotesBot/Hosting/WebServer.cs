using NotesBot.Commands;
using NotesBot.Indexing;

namespace NotesBot.Hosting;

/// <summary>The health pages, when a port is set: <c>/health/live</c> while the program runs, <c>/health/ready</c> while it can answer.</summary>
internal sealed class WebServer(Settings settings, LiveSearcher searcher, ITransport transport, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private WebApplication? web;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.HealthPort is not { } port)
        {
            return;
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Add(Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton(loggers));
        builder.WebHost.UseKestrelCore().UseUrls($"http://*:{port}");
        web = builder.Build();
        web.Run(AnswerAsync);
        await web.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => web?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => web?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = context.Request.Path.Value switch
        {
            _ when context.Request.Method is not ("GET" or "HEAD") => StatusCodes.Status405MethodNotAllowed,
            "/health/live" => StatusCodes.Status200OK,
            "/health/ready" when searcher.IsReady && transport.IsConnected => StatusCodes.Status200OK,
            "/health/ready" => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status404NotFound,
        };
        return Task.CompletedTask;
    }
}

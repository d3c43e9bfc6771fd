using NotesBot.Commands;
using NotesBot.Web;

namespace NotesBot.Hosting;

/// <summary>The page in a browser, beside a bot where it is asked for.</summary>
internal sealed class WebPages(Settings settings, IServiceProvider services, ILogger<WebPages> logger) : IHostedService, IAsyncDisposable
{
    private WebSite? _site;

    /// <summary>Opens it.</summary>
    /// <exception cref="SettingsException">Its port is taken, or its address is not of this machine.</exception>
    public static async Task<WebSite> OpenAsync(IServiceProvider services, Settings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await WebSite.StartAsync(
                services.GetRequiredService<CommandSet>(),
                services.GetRequiredService<CommandContext>(),
                settings.Web,
                services.GetRequiredService<ILoggerFactory>(),
                cancellationToken);
        }
        catch (IOException exception)
        {
            throw new SettingsException(
                $"The page cannot be served at {settings.Web.Address}, port {settings.Web.Port}: {exception.Message} Set another Web:Port.");
        }
    }

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Web.IsAskedFor)
        {
            _site = await OpenAsync(services, settings, cancellationToken);
            logger.PageServed(_site.Address);
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_site is not null)
        {
            await _site.StopAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _site?.DisposeAsync() ?? ValueTask.CompletedTask;
}

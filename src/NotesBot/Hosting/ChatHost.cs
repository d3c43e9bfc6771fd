using NotesBot.Commands;
using NotesBot.Libraries;
using NotesBot.Library;
using NotesBot.Notes;
using NotesBot.Search;
using NotesBot.Terminal;
using NotesBot.Web;

namespace NotesBot.Hosting;

/// <summary>The chat in the terminal: the same commands over the same index, which follows the notes meanwhile.</summary>
internal static class ChatHost
{
    private const string NobodyThere =
        "No Discord token is set (Discord__Token, DISCORD_TOKEN or Discord__TokenFile), and there is nobody at a terminal to talk to. "
        + "Set Web__Port to serve the page alone.";

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        var isAlone = Console.IsInputRedirected && Console.In.Peek() < 0;
        if (isAlone && !settings.Web.IsAskedFor)
        {
            await Console.Error.WriteLineAsync(NobodyThere);
            return ExitCodes.WrongUse;
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddLogging();
        BotHost.AddLibrary(builder.Services, settings);
        using var host = builder.Build();
        await GreetAsync(host.Services, settings, cancellationToken);
        await host.StartAsync(cancellationToken);
        await using var site = await OpenSiteAsync(host.Services, settings, cancellationToken);
        if (isAlone)
        {
            await host.WaitForShutdownAsync(cancellationToken);
            return ExitCodes.Done;
        }

        Console.WriteLine("Ask something, or type /help.");
        var asker = new Asker(null, IsOwner: true, Visibility: null);
        await new Chat(host.Services.GetRequiredService<CommandSet>(), new SystemTerminal(), asker).RunAsync(cancellationToken);
        await host.StopAsync(CancellationToken.None);
        return ExitCodes.Done;
    }

    /// <summary>The page beside the chat: where somebody sits at the terminal, or where it is asked for.</summary>
    private static async Task<WebSite?> OpenSiteAsync(IServiceProvider services, Settings settings, CancellationToken cancellationToken)
    {
        if (settings.Web.IsOff || (Console.IsInputRedirected && !settings.Web.IsAskedFor))
        {
            return null;
        }

        var site = await WebPages.OpenAsync(services, settings, cancellationToken);
        Console.WriteLine($"In a browser: {site.Address}");
        return site;
    }

    /// <summary>Reads what changed, so that the first question is answered from the notes as they are, and says what there is.</summary>
    private static async Task GreetAsync(IServiceProvider services, Settings settings, CancellationToken cancellationToken)
    {
        var library = services.GetRequiredService<FreshLibrary>();
        try
        {
            await Opening.RefreshAsync(library, cancellationToken);
        }
        catch (Exception exception) when (library.IsReady && exception is IndexWriteException or NotesUnavailableException)
        {
            await Console.Error.WriteLineAsync($"{Printable.OneLine(exception.Message)} The notes are answered from as they were.");
        }

        var state = library.Searcher.Library;
        Console.WriteLine($"{state.Passages} passages of {state.Notes} notes in {settings.Notes.Path}.");
    }
}

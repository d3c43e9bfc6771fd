using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Hosting;
using NotesBot.Indexing;
using NotesBot.Terminal;

namespace NotesBot.Cli;

/// <summary>Asks a command once and prints its reply.</summary>
internal static class Ask
{
    /// <returns>The exit code.</returns>
    public static async Task<int> PrintAsync(
        NotesLibrary library, string command, (string Name, object? Value)[] options, CancellationToken cancellationToken)
    {
        var commands = CommandSet.Create(
            new CommandContext(library.Searcher, library.Links.UrlOf, TimeProvider.System, BotHost.Version) { CommitUrlOf = library.Links.UrlOf },
            NullLogger<CommandSet>.Instance,
            new Random());
        var given = options.Where(option => option.Value is not null)
            .ToDictionary(option => option.Name, option => Convert.ToString(option.Value, CultureInfo.InvariantCulture)!);
        var asker = new Asker(null, IsOwner: true, HasVisibility: false);
        var invocation = new Invocation { Command = command, Options = given, Asker = asker };
        var reply = await commands.InvokeAsync(invocation, cancellationToken);
        foreach (var line in new TerminalRenderer(SystemTerminal.LookOfOutput).Render(reply))
        {
            SystemTerminal.WriteToOutput(line);
        }

        return ExitCodes.Done;
    }
}

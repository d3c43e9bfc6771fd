using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Libraries;
using NotesBot.Library;
using NotesBot.Terminal;

namespace NotesBot.Cli;

/// <summary>Asks a command once and prints its reply.</summary>
internal static class Ask
{
    /// <returns>The exit code.</returns>
    public static async Task<int> PrintAsync(
        ILibrary library, string command, (string Name, object? Value)[] options, CancellationToken cancellationToken)
    {
        var commands = LibraryCommands.Over(LibraryCommands.ContextOf(library), NullLogger<CommandSet>.Instance);
        var given = options.Where(option => option.Value is not null)
            .ToDictionary(option => option.Name, option => Convert.ToString(option.Value, CultureInfo.InvariantCulture)!);
        var asker = new Asker(null, IsOwner: true, Visibility: null);
        var invocation = new Invocation { Command = command, Options = given, Asker = asker };
        var reply = await commands.InvokeAsync(invocation, cancellationToken);
        foreach (var line in new TerminalRenderer(SystemTerminal.LookOfOutput).Render(reply))
        {
            SystemTerminal.WriteToOutput(line);
        }

        return ExitCodes.Done;
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Discord;
using NotesBot.Discord.Diagnosis;
using NotesBot.Libraries;

namespace NotesBot.Doctor;

/// <summary>
/// Looks at all that a bot needs: notes, index, and Discord where it is configured. Changes nothing, so that it may run beside the bot.
/// </summary>
internal sealed class SetupDiagnosis(Settings settings)
{
    /// <summary>Looks, one thing after the other.</summary>
    public async IAsyncEnumerable<Finding> ExamineAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var notes = new NotesDiagnosis(settings);
        await foreach (var finding in notes.ExamineAsync(cancellationToken))
        {
            yield return finding;
        }

        foreach (var finding in new IndexDiagnosis(settings, TimeProvider.System).Examine(notes.Listing))
        {
            yield return finding;
        }

        if (!DiscordServices.IsConfigured(settings.Configuration))
        {
            yield return Finding.Warning("discord", "No token is set, so there is only the chat in the terminal: set Discord__Token for a bot.");
            yield break;
        }

        await using var services = Services();
        await foreach (var finding in services.GetRequiredService<DiscordDiagnosis>().ExamineAsync(cancellationToken))
        {
            yield return finding;
        }
    }

    /// <summary>The parts of a bot that speak to Discord. Its commands are only compared, never asked.</summary>
    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings.Configuration);
        services.AddLogging();
        services.AddDiscord(stateFolder: null);
        services.AddSingleton(LibraryCommands.Over(LibraryCommands.ContextOf(new NoLibrary()), NullLogger<CommandSet>.Instance));
        return services.BuildServiceProvider();
    }
}

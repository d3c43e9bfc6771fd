using System.Reflection;
using NotesBot.Commands;
using NotesBot.Notes.Links;
using NotesBot.Search;

namespace NotesBot.Libraries;

/// <summary>Puts the commands over a library.</summary>
internal static class LibraryCommands
{
    /// <summary>Version of the program, as people see it.</summary>
    private static readonly string Version =
        typeof(LibraryCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The commands.</summary>
    /// <param name="searcher">What answers.</param>
    /// <param name="links">Where passages stand; <see langword="null"/> for nowhere.</param>
    /// <param name="logger">Hears of failures.</param>
    public static CommandSet Over(IPassageSearcher searcher, NoteLinks? links, ILogger<CommandSet> logger)
    {
        var context = new CommandContext(searcher, place => links?.UrlOf(place), TimeProvider.System, Version)
        {
            CommitUrlOf = version => links?.UrlOf(version),
        };
        return CommandSet.Create(context, logger, new Random());
    }
}

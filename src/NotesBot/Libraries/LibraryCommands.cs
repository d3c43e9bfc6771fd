using System.Reflection;
using NotesBot.Commands;
using NotesBot.Commands.Contract;
using NotesBot.Library;
using NotesBot.Notes.Links;
using NotesBot.Search;

namespace NotesBot.Libraries;

/// <summary>Puts the commands over a library.</summary>
internal static class LibraryCommands
{
    /// <summary>Version of the program, as people see it.</summary>
    private static readonly string Version =
        typeof(LibraryCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>What the commands answer from.</summary>
    /// <param name="searcher">What answers.</param>
    /// <param name="links">Where passages stand; <see langword="null"/> for nowhere.</param>
    public static CommandContext ContextOf(IPassageSearcher searcher, NoteLinks? links) =>
        new(searcher, place => links?.UrlOf(place), TimeProvider.System, Version) { CommitUrlOf = version => links?.UrlOf(version) };

    /// <summary>The commands.</summary>
    /// <param name="context">What they answer from.</param>
    /// <param name="logger">Hears of failures.</param>
    public static CommandSet Over(CommandContext context, ILogger<CommandSet> logger) => CommandSet.Create(context, logger, new Random());

    /// <summary>Answers as JSON.</summary>
    public static JsonAnswers JsonOver(ILibrary library) => new(ContextOf(library.Searcher, library.Links));
}

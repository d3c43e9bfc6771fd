using System.Reflection;
using NotesBot.Commands;
using NotesBot.Commands.Contract;
using NotesBot.Library;
using NotesBot.Search;

namespace NotesBot.Libraries;

/// <summary>Puts the commands over a library.</summary>
internal static class LibraryCommands
{
    /// <summary>Version of the program, as people see it.</summary>
    private static readonly string Version =
        typeof(LibraryCommands).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>What the commands answer from.</summary>
    public static CommandContext ContextOf(ILibrary library) => ContextOf(library.Searcher) with
    {
        UrlOf = library.Links.UrlOf,
        CommitUrlOf = library.Links.UrlOf,
        ReadPictureAsync = (path, token) => library.ReadPictureAsync(path, RasterPicture.MaxBytes, token),
    };

    /// <summary>The same for notes that are nowhere but in the index.</summary>
    public static CommandContext ContextOf(IPassageSearcher searcher) => new(searcher, static _ => null, TimeProvider.System, Version);

    /// <summary>The commands.</summary>
    /// <param name="context">What they answer from.</param>
    /// <param name="logger">Hears of failures.</param>
    public static CommandSet Over(CommandContext context, ILogger<CommandSet> logger) => CommandSet.Create(context, logger, new Random());

    /// <summary>Answers as JSON.</summary>
    public static JsonAnswers JsonOver(ILibrary library) => new(ContextOf(library));
}

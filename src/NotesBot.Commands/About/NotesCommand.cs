using System.Globalization;
using NotesBot.Commands.Asking;
using NotesBot.Commands.Wording;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Commands.About;

/// <summary><c>/notes</c>: what the notes hold and how fresh they are; for the owner, privately, also what could not be read.</summary>
public sealed class NotesCommand(CommandContext context) : ICommand
{
    private const int MaxFaults = 15;
    private const int MaxFaultLength = 300;
    private const int MaxKinds = 8;

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = Definitions.Slash(texts => texts.NotesName, texts => texts.NotesDescription);

    /// <inheritdoc/>
    public Task<Reply> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var texts = Texts.For(invocation.Asker.Locale);
        var library = context.Searcher.Library;
        var forOwner = invocation.Asker.IsOwner ? ForOwner(library, texts) : [];
        ReplyBlock[] blocks = [new HeadingBlock(texts.Notes), new ListBlock([.. Facts(library, texts)]), .. forOwner];
        return Task.FromResult(new Reply(blocks) { Private = forOwner.Count > 0 ? true : null });
    }

    private IEnumerable<ListItem> Facts(LibraryState library, Texts texts)
    {
        var lookup = new SyllabusLookup(library);
        return
        [
            new ListItem(texts.Holdings(library.Notes, library.Passages)),
            new ListItem(texts.CoursesWithNotes(lookup.Courses.Count(lookup.HasNotes), lookup.Courses.Count)),
            .. library.Version is { } version ? [CommitOf(version, texts)] : Array.Empty<ListItem>(),
            new ListItem(texts.Refreshed(texts.Age(context.Time.GetUtcNow() - library.Refreshed), Time(library.Refreshed))),
            .. library.Model is { Vectors: { Made: > 0 } vectors }
                ? [new ListItem(texts.Vectors(vectors.Made, vectors.Of))]
                : Array.Empty<ListItem>(),
            new ListItem(texts.Version(context.Version)),
        ];
    }

    private ListItem CommitOf(NotesVersion version, Texts texts)
    {
        var age = texts.Age(context.Time.GetUtcNow() - version.Committed);
        return new ListItem(texts.Commit(version.Commit[..7], age, Time(version.Committed)), Url: context.CommitUrlOf(version));
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static List<ReplyBlock> ForOwner(LibraryState library, Texts texts)
    {
        var blocks = new List<ReplyBlock>();
        if (library.Faults.Count > 0)
        {
            blocks.Add(new TextBlock(texts.Faults(library.Faults.Count)));
            blocks.Add(new ListBlock([.. library.Faults.Take(MaxFaults).Select(ToItem)]));
        }

        if (library.Faults.Count > MaxFaults)
        {
            blocks.Add(new TextBlock(texts.MoreFaults(library.Faults.Count - MaxFaults), Subtle: true));
        }

        if (library.Model?.Fault is { } fault)
        {
            blocks.Add(new TextBlock(Plain.Cut(Plain.OneLine(fault), MaxFaultLength), Subtle: true));
        }

        if (library.Skipped.Count > 0)
        {
            blocks.Add(new TextBlock(texts.Skipped(Kinds(library.Skipped)), Subtle: true));
        }

        return blocks;
    }

    private static ListItem ToItem(FileFault fault) =>
        new(Plain.Cut(Plain.OneLine(fault.Path), MaxFaultLength), Plain.Cut(Plain.OneLine(fault.Reason), MaxFaultLength));

    private static string Kinds(IReadOnlyDictionary<string, int> skipped)
    {
        var most = skipped.OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal).ToList();
        var shown = most.Take(MaxKinds).Select(kind => $"{kind.Value} {kind.Key}");
        return string.Join(", ", shown) + (most.Count > MaxKinds ? ", …" : "");
    }
}

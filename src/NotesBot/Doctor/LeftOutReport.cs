using System.Globalization;
using NotesBot.Notes;
using NotesBot.Terminal;

namespace NotesBot.Doctor;

/// <summary>Says by kind and count what of the notes folder is not among the passages, so that nobody wonders.</summary>
internal sealed class LeftOutReport(FolderListing listing, IEnumerable<LeftOut> leftOut)
{
    /// <summary>Extensions of files that usually hold notes. Those that are read never are among what was passed over.</summary>
    private static readonly HashSet<string> Notes = new(StringComparer.Ordinal)
    {
        "adoc", "asciidoc", "canvas", "djvu", "doc", "docx", "enex", "epub", "excalidraw", "goodnotes", "key", "latex", "lyx", "mediawiki", "mht",
        "mhtml", "nb", "odp", "odt", "one", "org", "pages", "ppt", "pptx", "ps", "rnw", "rst", "rtf", "tex", "textile", "typ", "wiki", "xopp",
    };

    /// <summary>That files hold notes which cannot be read; <see langword="null"/> when there are none.</summary>
    public string? Unreadable => List(listing.Skipped.Where(kind => Notes.Contains(kind.Key)), kind => $".{kind}") is { Length: > 0 } kinds
        ? $"{kinds} are notes that I cannot read."
        : null;

    /// <summary>What was left out on purpose, a sentence each.</summary>
    public IEnumerable<string> Sentences()
    {
        var kinds = leftOut.GroupBy(left => left.Kind).ToDictionary(group => group.Key, group => group.Sum(left => left.Count));
        if (kinds.Count > 0)
        {
            yield return $"Left out: {string.Join(", ", kinds.OrderBy(kind => kind.Key).Select(kind => NameOf(kind.Key, kind.Value)))}.";
        }

        if (listing.Copies.Count > 0)
        {
            yield return $"Left out: {List(listing.Copies, kind => $".{kind}")} that are built from notes which are read.";
        }

        if (listing.Generated.Count > 0)
        {
            yield return $"Not looked into: {List(listing.Generated, name => name)}.";
        }
    }

    private static string NameOf(LeftOutKind kind, int count) => Counted(count, kind switch
    {
        LeftOutKind.Draft => ("draft", "drafts"),
        LeftOutKind.HiddenRemark => ("hidden remark", "hidden remarks"),
        LeftOutKind.Drawing => ("drawing", "drawings"),
        LeftOutKind.Query => ("query of a plug-in", "queries of plug-ins"),
        LeftOutKind.NotebookPicture => ("picture in notebooks", "pictures in notebooks"),
        LeftOutKind.Output => ("output without text", "outputs without text"),
        LeftOutKind.OutputEnd => ("end of a long output", "ends of long outputs"),
        LeftOutKind.RunningHead => ("running head or foot", "running heads and feet"),
        LeftOutKind.ContentsLine => ("contents line", "contents lines"),
        LeftOutKind.SlideStep => ("step of a slide", "steps of slides"),
        LeftOutKind.GarbledPage => ("garbled page", "garbled pages"),
        LeftOutKind.DataTable => ("table of data", "tables of data"),
        _ => (kind.ToString(), kind.ToString()),
    });

    private static string Counted(int count, (string One, string Many) name) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? name.One : name.Many)}");

    private static string List(IEnumerable<KeyValuePair<string, int>> kinds, Func<string, string> name) => string.Join(", ", kinds
        .OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value:N0} {Printable.OneLine(name(kind.Key))}")));
}

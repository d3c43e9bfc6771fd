using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NotesBot.Notes.Reading;

/// <summary>
/// Reads the contents of a site or book from its settings: <c>_toc.yml</c>, <c>_quarto.yml</c>, <c>mkdocs.yml</c>, <c>_config.yml</c>. The
/// note is one list of pages, and its title is that of the site.
/// </summary>
/// <remarks>Sources: the pages "Structure and organize content" of Jupyter Book, "Website Navigation" of Quarto, "Configuration" of MkDocs.</remarks>
internal sealed class SiteMapReader
{
    // The parser needs four times as long for twice as much.
    private const int MaxLength = 64 << 10;
    private const int MaxDepth = 20;
    private static readonly string[] Titles = ["text", "title", "caption", "section", "part", "chapter"];
    private static readonly string[] Pages = ["href", "file", "root", "url", "part", "chapter", "section"];
    private static readonly string[] Sites = ["website", "book", "project"];
    private static readonly string[] Inside = ["contents", "chapters", "sections", "parts", "items", "entries", "subtrees", "appendices"];
    private readonly List<ListNoteItem> _items = [];
    private readonly Parser _yaml;
    private string _folder = "";

    private SiteMapReader(string yaml) => _yaml = new Parser(new StringReader(yaml));

    /// <summary>Whether a file is one, by its name.</summary>
    internal static bool Is(string path) =>
        Path.GetFileName(path).ToLowerInvariant() is "_toc.yml" or "_quarto.yml" or "mkdocs.yml" or "mkdocs.yaml" or "_config.yml" or "_bookdown.yml";

    /// <summary>Reads what can be read: broken YAML counts up to where it breaks.</summary>
    internal static NoteDocument Read(NoteSource source)
    {
        var text = source.Text;
        var reader = new SiteMapReader(text.Length > MaxLength ? "" : text);
        string? title = null;
        try
        {
            title = reader.ReadSettings();
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            // The parser throws the others for some. What stands above the fault was kept.
        }

        return new NoteDocument
        {
            Path = source.Path,
            Title = title,
            Blocks = reader._items.Count == 0 ? [] : [new ListNote(reader._items, default)],
        };
    }

    private string? ReadSettings()
    {
        _yaml.Consume<StreamStart>();
        if (!_yaml.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = Value(0);
        var site = Sites.Select(root.Get).OfType<Node>().ToList();
        _folder = root.Get("nav") is not null ? (root.Get("docs_dir")?.Text ?? "docs").Trim('/') + "/" : "";
        foreach (var list in site.Concat(site.Select(part => part.Get("sidebar")).OfType<Node>()).Prepend(root))
        {
            Add(list.Get("nav"), 0);
            Inside.Select(list.Get).OfType<Node>().ToList().ForEach(inside => Add(inside, 0));
        }

        return root.Get("site_name")?.Text ?? site.Select(part => part.Get("title")?.Text).FirstOrDefault(title => title is not null) ?? root.Get("title")?.Text;
    }

    /// <summary>Adds the entries of a list of pages, each with what stands under it.</summary>
    private void Add(Node? node, int depth)
    {
        foreach (var entry in node?.Items ?? [])
        {
            AddEntry(entry, depth);
        }
    }

    private void AddEntry(Node entry, int depth)
    {
        if (entry.Text is { } page)
        {
            AddItem(depth, null, page);
            return;
        }

        var inside = Inside.Select(entry.Get).OfType<Node>().ToList();
        var title = Titles.Select(entry.Get).FirstOrDefault(node => node?.Text is { Length: > 0 } text && !IsPage(text))?.Text;
        var target = Pages.Select(entry.Get).FirstOrDefault(node => node?.Text is { } text && (IsPage(text) || inside.Count == 0))?.Text;
        if (title is null && target is null && entry.Entries is [var named])
        {
            // MkDocs names a page by its key.
            (title, target) = (named.Key, named.Value.Text);
            inside = [named.Value];
        }

        AddItem(depth, title, target == title ? null : target);
        inside.ForEach(list => Add(list, depth + 1));
    }

    private static bool IsPage(string text) => Path.GetExtension(text).Length is > 1 and <= 6 && !text.Contains(' ', StringComparison.Ordinal);

    private void AddItem(int depth, string? title, string? page)
    {
        if (title is not null || page is not null)
        {
            _items.Add(new ListNoteItem(depth, null, PlainText.OneLine(title ?? ""), page is null ? [] : [_folder + page], default));
        }
    }

    private Node Value(int depth)
    {
        if (_yaml.TryConsume<Scalar>(out var scalar))
        {
            return new Node { Text = scalar.Value };
        }

        var node = new Node();
        if (depth < MaxDepth && _yaml.TryConsume<MappingStart>(out _))
        {
            while (!_yaml.TryConsume<MappingEnd>(out _))
            {
                node.Entries.Add((Value(depth + 1).Text ?? "", Value(depth + 1)));
            }
        }
        else if (depth < MaxDepth && _yaml.TryConsume<SequenceStart>(out _))
        {
            while (!_yaml.TryConsume<SequenceEnd>(out _))
            {
                node.Items.Add(Value(depth + 1));
            }
        }
        else
        {
            _yaml.SkipThisAndNestedEvents();
        }

        return node;
    }

    /// <summary>A value of YAML: a text, a list or a mapping.</summary>
    private sealed class Node
    {
        internal string? Text { get; init; }

        internal List<Node> Items { get; } = [];

        internal List<(string Key, Node Value)> Entries { get; } = [];

        internal Node? Get(string key) => Entries.Find(entry => entry.Key == key).Value;
    }
}

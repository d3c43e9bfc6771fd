using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Looks for forms that draw themselves by way of one another: the parser would follow them until the stack, and so the program, ends.</summary>
internal sealed class PdfForms(PdfDocument document)
{
    private const int MaxDepth = 32;
    private readonly HashSet<IndirectReference> _safe = [];
    private readonly HashSet<IndirectReference> _nodes = [];

    /// <summary>Whether a page of the file could be drawn without an end.</summary>
    internal bool HaveCycle() =>
        Resolve(document.Structure.Catalog.CatalogDictionary, NameToken.Pages) is { } pages && IsEndless(pages, 0);

    /// <summary>Pages, and groups of pages that hand their forms down to them.</summary>
    private bool IsEndless(DictionaryToken node, int depth) =>
        HasCycle(node, []) || depth < MaxDepth && node.TryGet(NameToken.Kids, out ArrayToken kids)
        && kids.Data.OfType<IndirectReferenceToken>().Where(kid => _nodes.Add(kid.Data))
            .Any(kid => Find(kid.Data) is DictionaryToken child && IsEndless(child, depth + 1));

    private bool HasCycle(DictionaryToken owner, HashSet<IndirectReference> path) =>
        Resolve(owner, NameToken.Resources) is { } resources && Resolve(resources, NameToken.Xobject) is { } forms
        && forms.Data.Values.OfType<IndirectReferenceToken>().Any(form => Leads(form.Data, path));

    private bool Leads(IndirectReference form, HashSet<IndirectReference> path)
    {
        if (_safe.Contains(form))
        {
            return false;
        }

        if (path.Count >= MaxDepth || !path.Add(form))
        {
            return true;
        }

        var leads = Find(form) is StreamToken stream && HasCycle(stream.StreamDictionary, path);
        path.Remove(form);
        _ = leads || _safe.Add(form);
        return leads;
    }

    private DictionaryToken? Resolve(DictionaryToken owner, NameToken name) =>
        !owner.TryGet(name, out var token) ? null
        : token is IndirectReferenceToken reference ? Find(reference.Data) as DictionaryToken
        : token as DictionaryToken;

    /// <summary>An object; <see langword="null"/> when the file does not hold what it promises: the page that needs it is reported later.</summary>
    private IToken? Find(IndirectReference reference)
    {
        try
        {
            return document.Structure.GetObject(reference)?.Data;
        }
#pragma warning disable CA1031 // The parser throws whatever it meets in a broken file.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>
/// Looks for forms that draw themselves by way of one another: the parser would follow them until the stack, and so the program, ends. What a
/// form draws is looked up among its own forms, then among those of what draws it.
/// </summary>
internal sealed partial class PdfForms(PdfDocument document, IFilterProvider filters)
{
    private const int MaxDepth = 32;

    /// <summary>Forms that are followed from one another; a file with more of them is taken for endless.</summary>
    private const int MaxSteps = 100_000;

    private readonly HashSet<IndirectReference> _safe = [];
    private readonly HashSet<IndirectReference> _nodes = [];
    private readonly Dictionary<IndirectReference, IReadOnlyList<NameToken>> _drawn = [];
    private readonly HashSet<IndirectReference> _path = [];
    private readonly List<DictionaryToken> _scopes = [];
    private int _steps;

    /// <summary>Whether a page of the file could be drawn without an end.</summary>
    internal bool HaveCycle() =>
        Resolve(document.Structure.Catalog.CatalogDictionary, NameToken.Pages) is { } pages && IsEndless(pages, 0);

    /// <summary>Pages, and groups of pages that hand their forms down to them.</summary>
    private bool IsEndless(DictionaryToken node, int depth) => Within(node, own =>
        Lead(own) || (depth < MaxDepth && node.TryGet(NameToken.Kids, out ArrayToken kids)
            && kids.Data.OfType<IndirectReferenceToken>().Where(kid => _nodes.Add(kid.Data))
                .Any(kid => Find(kid.Data) is DictionaryToken child && IsEndless(child, depth + 1))));

    private bool Leads(IndirectReference form)
    {
        if (_safe.Contains(form))
        {
            return false;
        }

        if (++_steps > MaxSteps || _path.Count >= MaxDepth || !_path.Add(form))
        {
            return true;
        }

        var leads = Find(form) is StreamToken stream && Within(stream.StreamDictionary, own => Lead(own) || LeadOutside(form, stream, own));
        _path.Remove(form);
        return leads;
    }

    private bool Lead(DictionaryToken? own) => own is not null && References(own).Any(Leads);

    private static IEnumerable<IndirectReference> References(DictionaryToken forms) =>
        forms.Data.Values.OfType<IndirectReferenceToken>().Select(form => form.Data);

    /// <summary>Whether what a form draws and does not hold itself leads back. Where nothing in it does so it is safe wherever it stands.</summary>
    private bool LeadOutside(IndirectReference form, StreamToken stream, DictionaryToken? own)
    {
        var names = DrawnBy(form, stream).Where(name => own is null || !own.ContainsKey(name)).ToList();
        _ = names.Count > 0 || (own is not null && References(own).Any(other => !_safe.Contains(other))) || _safe.Add(form);
        return names.Exists(name => _scopes.FindLast(scope => scope.ContainsKey(name)) is { } scope
            && scope.TryGet(name, out IndirectReferenceToken other) && Leads(other.Data));
    }

    private IReadOnlyList<NameToken> DrawnBy(IndirectReference form, StreamToken stream)
    {
        if (!_drawn.TryGetValue(form, out var names))
        {
            names = [.. Drawing().Matches(ContentOf(stream)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Select(NameToken.Create)];
            _drawn[form] = names;
        }

        return names;
    }

    /// <summary>What a form draws with; nothing where that is broken, for then the parser does not draw it either.</summary>
    private string ContentOf(StreamToken stream)
    {
        try
        {
            return Encoding.Latin1.GetString(stream.Decode(filters).Span);
        }
#pragma warning disable CA1031 // The parser throws whatever it meets in a broken file.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return "";
        }
    }

    /// <summary>Does a look inside the forms of a page or form, handed to it; <see langword="null"/> for none.</summary>
    private bool Within(DictionaryToken owner, Func<DictionaryToken?, bool> look)
    {
        var own = Resolve(owner, NameToken.Resources) is { } resources ? Resolve(resources, NameToken.Xobject) : null;
        if (own is null)
        {
            return look(null);
        }

        _scopes.Add(own);
        var found = look(own);
        _scopes.RemoveAt(_scopes.Count - 1);
        return found;
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

    [GeneratedRegex(@"/([^\s\0/\[\]()<>{}%]+)[\s\0]+Do\b")]
    private static partial Regex Drawing();
}

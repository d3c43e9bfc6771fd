using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Fonts that draw shapes and do not say which letters these are: what is set in them can be seen and not be read.</summary>
internal sealed partial class PdfMuteFonts
{
    private const int MaxDepth = 32;
    private static readonly NameToken Ordering = NameToken.Create("Ordering");
    private static readonly NameToken SystemInfo = NameToken.Create("CIDSystemInfo");

    private readonly PdfDocument _document;
    private readonly HashSet<IndirectReference> _visited = [];
    private readonly HashSet<string> _mute = new(StringComparer.Ordinal);
    private readonly HashSet<string> _speaking = new(StringComparer.Ordinal);

    internal PdfMuteFonts(PdfDocument document)
    {
        _document = document;
        if (Resolve(document.Structure.Catalog.CatalogDictionary, NameToken.Pages) is { } pages)
        {
            LookThrough(pages, 0);
        }

        _mute.ExceptWith(_speaking);
    }

    /// <summary>Whether a font, by its name, is one.</summary>
    internal bool Has(string? name) => name is not null && _mute.Contains(name);

    /// <summary>Pages, groups of pages and forms.</summary>
    private void LookThrough(DictionaryToken node, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (Resolve(node, NameToken.Resources) is { } resources)
        {
            Judge(Resolve(resources, NameToken.Font));
            FollowAll(Resolve(resources, NameToken.Xobject)?.Data.Values, depth);
        }

        FollowAll(node.TryGet(NameToken.Kids, out ArrayToken kids) ? kids.Data : null, depth);
    }

    private void FollowAll(IEnumerable<IToken>? nodes, int depth)
    {
        foreach (var reference in (nodes ?? []).OfType<IndirectReferenceToken>().Where(reference => _visited.Add(reference.Data)))
        {
            if (Find(reference) is DictionaryToken next)
            {
                LookThrough(next, depth + 1);
            }
        }
    }

    private void Judge(DictionaryToken? fonts)
    {
        foreach (var font in (fonts?.Data.Keys ?? []).Select(name => Resolve(fonts!, NameToken.Create(name))).OfType<DictionaryToken>())
        {
            (IsMute(font) ? _mute : _speaking).UnionWith(NamesOf(font));
        }
    }

    private IEnumerable<string> NamesOf(DictionaryToken font) =>
        new[] { font, Descendant(font) }.OfType<DictionaryToken>()
            .Select(dictionary => dictionary.TryGet(NameToken.BaseFont, out NameToken name) ? name.Data : null).OfType<string>();

    private bool IsMute(DictionaryToken font)
    {
        if (font.ContainsKey(NameToken.ToUnicode))
        {
            return false;
        }

        return Descendant(font) is { } descendant
            ? font.TryGet(NameToken.Encoding, out NameToken encoding) && encoding.Data.StartsWith("Identity", StringComparison.Ordinal) && HasNoOrder(descendant)
            : HasNumbersForNames(font);
    }

    /// <summary>The numbers of its letters are those of the font itself, and of no list that everybody has.</summary>
    private bool HasNoOrder(DictionaryToken descendant) =>
        Resolve(descendant, SystemInfo) is not { } info || !info.TryGet(Ordering, out IDataToken<string> order) || order.Data is "Identity" or "";

    private DictionaryToken? Descendant(DictionaryToken font) =>
        !font.TryGet(NameToken.DescendantFonts, out var token) ? null
        : Find(token) is ArrayToken { Data: [var first, ..] } ? Find(first) as DictionaryToken : null;

    /// <summary>Its letters are called g12 or glyph7, and not by their place in the alphabet either.</summary>
    private bool HasNumbersForNames(DictionaryToken font)
    {
        if (Resolve(font, NameToken.Encoding) is not { } encoding || !encoding.TryGet(NameToken.Differences, out ArrayToken differences))
        {
            return false;
        }

        var (code, names, numbers) = (0, 0, 0);
        foreach (var token in differences.Data)
        {
            code = token is NumericToken number ? number.Int : code + 1;
            names += token is NameToken ? 1 : 0;
            numbers += token is NameToken name && IsNumber(name.Data, code - 1) ? 1 : 0;
        }

        return numbers > 3 && numbers * 10 > names * 8;
    }

    private static bool IsNumber(string name, int code) =>
        Numbered().Match(name) is { Success: true } match && match.Groups[1].Value is var digits
        && digits != code.ToString(CultureInfo.InvariantCulture) && !digits.Equals(code.ToString("x2", CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);

    private DictionaryToken? Resolve(DictionaryToken owner, NameToken name) => owner.TryGet(name, out var token) ? Find(token) as DictionaryToken : null;

    /// <summary>What a token stands for, of a stream its dictionary; <see langword="null"/> when the file does not hold what it promises.</summary>
    private IToken? Find(IToken token)
    {
        try
        {
            var found = token is IndirectReferenceToken reference ? _document.Structure.GetObject(reference.Data)?.Data : token;
            return found is StreamToken stream ? stream.StreamDictionary : found;
        }
#pragma warning disable CA1031 // The parser throws whatever it meets in a broken file.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?:g|glyph|cid|index)[-_]?([0-9a-f]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}

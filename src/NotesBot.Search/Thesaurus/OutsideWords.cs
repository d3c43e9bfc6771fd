using Microsoft.Extensions.Logging;

namespace NotesBot.Search.Thesaurus;

/// <summary>What is known of words from outside the notes. Files of the owner are read when it is made, and at each
/// <see cref="Reload"/>: a question never waits for them.</summary>
internal sealed class OutsideWords
{
    private readonly WatchedFile<SynonymTable>? _synonyms;
    private readonly WatchedFile<RelatedWords>? _table;
    private readonly bool _hasEnglish;

    internal OutsideWords(SearchOptions options, ILogger logger)
    {
        _synonyms = options.Synonyms is { } synonyms
            ? new WatchedFile<SynonymTable>(synonyms, path => Told(SynonymTable.Read(path), logger), SynonymTable.Empty) : null;
        _table = options is { HasThesaurus: true, Thesaurus: { } table }
            ? new WatchedFile<RelatedWords>(table, RelatedWords.Read, RelatedWords.Empty) : null;
        Reload();
        _hasEnglish = options is { HasThesaurus: true, Thesaurus: null };
    }

    /// <summary>Reads the files of the owner that have changed.</summary>
    internal void Reload()
    {
        _synonyms?.Reload();
        _table?.Reload();
    }

    internal SynonymTable Synonyms => _synonyms?.Current ?? SynonymTable.Empty;

    /// <summary>Words of related meaning, for notes that are partly in English or not; <see langword="null"/> for none.</summary>
    internal RelatedWords? Related(bool isEnglish) => _table?.Current ?? (_hasEnglish && isEnglish ? RelatedWords.English : null);

    private static SynonymTable Told(SynonymTable table, ILogger logger)
    {
        foreach (var fault in table.Faults)
        {
            logger.SynonymPassedOver(fault);
        }

        return table;
    }
}

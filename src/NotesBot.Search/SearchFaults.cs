using NotesBot.Search.Thesaurus;

namespace NotesBot.Search;

/// <summary>What is wrong with the words from outside that somebody configured.</summary>
public static class SearchFaults
{
    /// <summary>What is wrong with the table of related words, a sentence each; none when all is well.</summary>
    public static IReadOnlyList<string> Faults(this SearchOptions options) =>
        options is { HasThesaurus: true, Thesaurus: { } table } ? RelatedWords.FaultsOf(table) : [];

    /// <summary>What is wrong with the file of synonyms, a sentence each with its line; such lines are passed over.</summary>
    public static IReadOnlyList<string> SynonymFaults(this SearchOptions options) =>
        options.Synonyms is { } file && File.Exists(file) ? SynonymTable.Read(file).Faults : [];
}

namespace NotesBot.Search;

/// <summary>Words from outside the notes that help to find passages. Section <c>Search</c> of the configuration.</summary>
public sealed class SearchOptions
{
    /// <summary>Name of the file of synonyms in the notes folder.</summary>
    public const string SynonymsFile = "synonyms.txt";

    /// <summary>
    /// The file of synonyms that the owner keeps, <c>k8s, kubernetes</c> on a line; it need not be there. <see langword="null"/> for none.
    /// </summary>
    public string? Synonyms { get; set; }

    /// <summary>Whether words of related meaning are looked for. Default: yes.</summary>
    public bool HasThesaurus { get; set; } = true;

    /// <summary>
    /// A table of words of related meaning, plain or gzip, to use instead of the English one that is part of the program;
    /// <see langword="null"/> for that one.
    /// </summary>
    public string? Thesaurus { get; set; }

    /// <summary>Finds passages in other words than the question's; <see langword="null"/> for words alone, the default.</summary>
    public ISentenceModel? Model { get; set; }

    /// <summary>The numbers that decide; others than the standard ones only to measure what each does.</summary>
    internal Weights Weights { get; set; } = Weights.Standard;
}

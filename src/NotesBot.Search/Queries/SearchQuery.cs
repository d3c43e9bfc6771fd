using NotesBot.Search.Text;

namespace NotesBot.Search.Queries;

/// <summary>A query as it is understood.</summary>
/// <param name="Words">What is looked for, in order, each word once.</param>
/// <param name="Phrases">Quoted: terms that must stand side by side.</param>
/// <param name="Excluded">Terms that must not stand in a passage.</param>
internal sealed record SearchQuery(
    IReadOnlyList<QueryWord> Words, IReadOnlyList<IReadOnlyList<string>> Phrases, IReadOnlyList<string> Excluded)
{
    /// <summary>The question as it was typed, without marks of phrases and without what is excluded.</summary>
    public string Question { get; init; } = "";

    /// <summary>The words that the ranking rests on.</summary>
    internal IEnumerable<QueryWord> Content => Words.Where(word => !word.IsStop);

    /// <summary>Whether its words may be looked up as English ones: in another language each would be taken for a name.</summary>
    public bool IsEnglish { get; init; }

    /// <summary>Whether a name out of a program is asked for: <c>nest_asyncio.apply()</c>.</summary>
    public bool IsCode { get; init; }

    /// <summary>Whether the question only greets, thanks, or asks the bot about itself.</summary>
    internal bool IsSmallTalk => Phrases.Count == 0 && Words.Count > 0 && IdleWords.AreSmallTalk([.. Words.Select(word => word.Term)]);
}

/// <summary>One word of a query.</summary>
/// <param name="Index">Which one, from 0.</param>
/// <param name="Term">As the index writes it.</param>
/// <param name="Text">As it was typed.</param>
/// <param name="Position">Where it stands among all words of the query, the repeated ones counted.</param>
/// <param name="IsStop">Whether it says hardly anything: an article, a question word.</param>
internal sealed record QueryWord(int Index, string Term, string Text, int Position, bool IsStop)
{
    /// <summary>The parts of an identifier, for when the whole of it is not in the notes; empty for a plain word.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>How often it was said: in a long question what it is about comes again.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether it was typed as an acronym.</summary>
    public bool IsCapitals { get; init; }

    /// <summary>Whether all of the question was typed in capitals.</summary>
    public bool IsShouted { get; init; }

    /// <summary>Whether it narrows nothing: courtesy, a name for the library itself. Then it is a stop word, too.</summary>
    public bool IsIdle { get; init; }

    /// <summary>How often it is used in English at large, 0 for a name or a term; <see langword="null"/> where notes are not in English.</summary>
    public int? EnglishUses { get; init; }

    /// <summary>Whether it is an English word, and so hardly misspelt.</summary>
    internal bool IsEnglish => EnglishUses > 0;
}

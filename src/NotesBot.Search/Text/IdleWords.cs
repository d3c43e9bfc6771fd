namespace NotesBot.Search.Text;

/// <summary>
/// Words by which people talk to a bot and not about a subject: courtesy, names for the library itself, words that ask what something means.
/// </summary>
internal static class IdleWords
{
    private static readonly HashSet<string> Courtesies = Vocabulary.Of(language => language.Courtesies);
    private static readonly HashSet<string> Libraries = Vocabulary.Of(language => language.Libraries);
    private static readonly HashSet<string> Contents = Vocabulary.Of(language => language.Contents);
    private static readonly HashSet<string> Places = Vocabulary.Of(language => language.Places);
    private static readonly HashSet<string> Determiners = Vocabulary.Of(language => language.Determiners);
    private static readonly HashSet<string> Subjects = Vocabulary.Of(language => language.Subjects);
    private static readonly HashSet<string> Meanings = Vocabulary.Of(language => language.Meanings);
    private static readonly HashSet<string> Versus = Vocabulary.Of(language => language.Versus);
    private static readonly HashSet<string> Addressing = Vocabulary.Of(language => language.Addressing);
    private static readonly HashSet<string> Chatter = Vocabulary.Of(language => language.Chatter);
    private static readonly HashSet<string> Courses = Vocabulary.Of(language => language.Courses);
    private static readonly HashSet<string> Listing = Vocabulary.Of(language => language.Listing);

    /// <summary>Whether it is a word of courtesy, which narrows nothing.</summary>
    internal static bool IsCourtesy(string term) => Courtesies.Contains(term);

    /// <summary>Whether it asks what something means, or how it compares, and is no part of that.</summary>
    internal static bool Asks(IReadOnlyList<string> terms, int at) =>
        Versus.Contains(terms[at]) || (Meanings.Contains(terms[at]) && (at == 0 || at == terms.Count - 1));

    /// <summary>Whether it names the library itself: "in the course", "lecture on".</summary>
    internal static bool NamesLibrary(IReadOnlyList<string> terms, int at)
    {
        if (!Libraries.Contains(terms[at]))
        {
            return false;
        }

        var before = at - 1;
        while (before > 0 && Determiners.Contains(terms[before]))
        {
            before--;
        }

        return (before >= 0 && Places.Contains(terms[before])) || (at + 1 < terms.Count && Subjects.Contains(terms[at + 1]));
    }

    /// <summary>Whether words only greet, thank, or ask the bot about itself.</summary>
    internal static bool AreSmallTalk(IReadOnlyList<string> terms) =>
        terms.Any(Addressing.Contains) && terms.All(term => Addressing.Contains(term) || Chatter.Contains(term) || Courtesies.Contains(term));

    /// <summary>Whether it stands for a course, a week or what is in them.</summary>
    internal static bool NamesPlace(string term) => Libraries.Contains(term) || Contents.Contains(term);

    /// <summary>Whether it stands for the courses of the library.</summary>
    internal static bool NamesCourses(string term) => Courses.Contains(term);

    /// <summary>Whether it asks for a list of what there is.</summary>
    internal static bool Lists(string term) => Listing.Contains(term);
}

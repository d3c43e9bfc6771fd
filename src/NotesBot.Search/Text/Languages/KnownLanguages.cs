namespace NotesBot.Search.Text.Languages;

/// <summary>All languages: each class of this assembly that is one, so that adding its file adds it.</summary>
internal static class KnownLanguages
{
    /// <summary>English first, which most notes hold some of, then by name.</summary>
    internal static IReadOnlyList<Language> All { get; } =
    [
        .. typeof(Language).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Language)))
            .Select(type => (Language)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(language => language.GetType() != typeof(English)).ThenBy(language => language.Name, StringComparer.Ordinal),
    ];

    internal static Language English { get; } = All[0];

    private static readonly Dictionary<Language, int> Numbers = All.Select((language, number) => (language, number)).ToDictionary();

    /// <summary>Which of all a language is, from 0.</summary>
    internal static int NumberOf(Language language) => Numbers[language];

    /// <summary>The words of a list of all languages.</summary>
    internal static HashSet<string> Words(Func<Language, string> list) => new(All.SelectMany(language => Split(list(language))), StringComparer.Ordinal);

    /// <summary>The entries of a list of all languages that has a bar between.</summary>
    internal static HashSet<string> Phrases(Func<Language, string> list) =>
        new(All.SelectMany(language => list(language).Split('|', StringSplitOptions.RemoveEmptyEntries)), StringComparer.Ordinal);

    /// <summary>The words of a list.</summary>
    internal static string[] Split(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

namespace NotesBot.Search.Text;

/// <summary>
/// Words by which people talk to a bot and not about a subject: courtesy, names for the library itself, words that ask what something means.
/// English, German, French and Spanish, folded as the index folds them.
/// </summary>
internal static class IdleWords
{
    private static readonly HashSet<string> Courtesies = Set(
        "hi hiya hello hey heya pls plz please thanks thank thx ty cheers guys folks everyone everybody sorry btw "
        + "hallo moin servus danke bitte leute merci svp stp bonjour salut hola gracias porfa porfavor buenas ciao");

    private static readonly HashSet<string> Libraries = Set(
        "course courses class lecture lectures notes note module modules slides script material "
        + "kurs kurse vorlesung vorlesungen skript notizen folien cours notes diapos curso clase apuntes asignatura");

    private static readonly HashSet<string> Places = Set("in of from im aus am von dans du de en del");
    private static readonly HashSet<string> Determiners = Set(
        "the this that these those our my your der dem den des die das diesem dieser diesen unserem unserer le la les ce cette ces el los las este esta estos");

    private static readonly HashSet<string> Subjects = Set("on about regarding uber zu zum zur sur sobre acerca");

    private static readonly HashSet<string> Asking = Set("meaning definition bedeutung signification significado definicion");

    private static readonly HashSet<string> Comparing = Set("vs versus");

    private static readonly HashSet<string> Addressing = Set(
        "hi hiya hello hey heya thanks thank thx help you yourself bot hallo moin danke hilfe du dich merci bonjour salut aide tu hola gracias ayuda");

    private static readonly HashSet<string> Chatter = Set(
        "who what whats are is am r u ur can could do does how your name me a an i we the this there so much very please pls plz guys all everyone "
        + "wer was wie bist kannst konnen helfen mir geht dir es ein eine der das heisst dein "
        + "qui que quoi es etes vous toi un une le peux faire comment ca va quien eres como estas puedes hacer ayudarme ayudame help");

    /// <summary>Whether it is a word of courtesy, which narrows nothing.</summary>
    internal static bool IsCourtesy(string term) => Courtesies.Contains(term);

    /// <summary>Whether it asks what something means, or how it compares, and is no part of that.</summary>
    internal static bool Asks(IReadOnlyList<string> terms, int at) =>
        Comparing.Contains(terms[at]) || (Asking.Contains(terms[at]) && (at == 0 || at == terms.Count - 1));

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

    private static readonly HashSet<string> Courses = Set("courses kurse cursos");
    private static readonly HashSet<string> Listing = Set("list available exist offered show liste gibt vorhanden hay existen existent disponibles");

    /// <summary>Whether it stands for a course, a week or what is in them.</summary>
    internal static bool NamesPlace(string term) => Libraries.Contains(term) || term is "topics" or "content" or "contents" or "themen" or "inhalt";

    /// <summary>Whether it stands for the courses of the library.</summary>
    internal static bool NamesCourses(string term) => Courses.Contains(term);

    /// <summary>Whether it asks for a list of what there is.</summary>
    internal static bool Lists(string term) => Listing.Contains(term);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}

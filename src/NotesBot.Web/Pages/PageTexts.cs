namespace NotesBot.Web.Pages;

/// <summary>What stands on the pages around the replies, in one language.</summary>
/// <param name="Language">Its tag.</param>
internal sealed record PageTexts(string Language)
{
    private static readonly PageTexts English = new("en");

    private static readonly PageTexts German = new("de")
    {
        Ask = "Fragen",
        Question = "Eine Frage, oder / für Befehle",
        Conversation = "Gespräch",
        Contents = "Inhalt",
        Overview = "Überblick",
        ToMain = "Zum Inhalt",
        Examples = "Zum Beispiel:",
        NotReady = "Die Notizen werden noch gelesen. Lade die Seite gleich neu.",
        OnlyYou = "Nur du siehst das",
        Choose = "Zeigen",
        Send = "Senden",
        Close = "Notiz schließen",
        Note = "Notiz",
        AtHost = "Am Ursprung öffnen",
        Before = "Davor",
        After = "Weiter",
        NoNote = "Eine solche Notiz gibt es nicht.",
        BackToQuestions = "Zu den Fragen",
        TooOften = "Das waren zu viele Fragen auf einmal. Versuch es gleich noch einmal.",
        Waiting = "Sucht …",
        Failed = "Die Seite hat keine Antwort bekommen. Läuft NotesBot noch?",
    };

    internal string Ask { get; init; } = "Ask";

    internal string Question { get; init; } = "A question, or / for commands";

    internal string Conversation { get; init; } = "Conversation";

    internal string Contents { get; init; } = "Contents";

    internal string Overview { get; init; } = "Overview";

    internal string ToMain { get; init; } = "To the content";

    internal string Examples { get; init; } = "For example:";

    internal string NotReady { get; init; } = "The notes are still being read. Load this page again in a moment.";

    internal string OnlyYou { get; init; } = "Only you can see this";

    internal string Choose { get; init; } = "Show";

    internal string Send { get; init; } = "Send";

    internal string Close { get; init; } = "Close the note";

    internal string Note { get; init; } = "Note";

    internal string AtHost { get; init; } = "Open where it is from";

    internal string Before { get; init; } = "Before";

    internal string After { get; init; } = "Read on";

    internal string NoNote { get; init; } = "There is no such note.";

    internal string BackToQuestions { get; init; } = "To the questions";

    internal string TooOften { get; init; } = "Those were too many questions at once. Try again in a moment.";

    internal string Waiting { get; init; } = "Searching …";

    internal string Failed { get; init; } = "The page got no answer. Is NotesBot still running?";

    /// <summary>The texts for a locale; English for all that there are no others for.</summary>
    internal static PageTexts For(string? locale) =>
        (locale ?? "").StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German : English;
}

using System.Globalization;
using NotesBot.Notes;

namespace NotesBot.Commands.Wording;

/// <summary>German.</summary>
internal sealed class GermanTexts : Texts
{
    internal override string Language => "de";

    internal override string FindName => "finden";
    internal override string FindDescription => "Findet die Stelle in den Notizen, die eine Frage beantwortet";
    internal override string FindMessageName => "In Notizen suchen";
    internal override string SyllabusName => "lehrplan";
    internal override string SyllabusDescription => "Kurse und Wochen, und zu welchen es Notizen gibt";
    internal override string NotesName => "notizen";
    internal override string NotesDescription => "Was die Notizen enthalten und wie frisch sie sind";
    internal override string HelpName => "hilfe";
    internal override string HelpDescription => "Was man fragen kann und wie";
    internal override string QueryOption => "suche";
    internal override string QueryDescription => "Wörter, eine Abkürzung, \"eine genaue Wendung\", -ohne, oder eine ganze Frage";
    internal override string CourseOption => "kurs";
    internal override string CourseDescription => "Nur dieser Kurs";
    internal override string WeekOption => "woche";
    internal override string WeekDescription => "Nur diese Woche";
    internal override string PrivateOption => "privat";
    internal override string PrivateDescription => "Ob nur du die Antwort siehst";

    internal override string UnknownCommand => "Diesen Befehl kenne ich nicht. /help zählt auf, welche es gibt.";
    internal override string UnknownButton =>
        "Diesen Knopf kenne ich nicht: vielleicht ist er aus einer anderen Version. Bitte frag noch einmal.";
    internal override string OnlyAskerDeletes => "Diese Antwort kann nur löschen, wer gefragt hat.";
    internal override string Busy => "Hier ist gerade zu viel los. Bitte versuch es gleich noch einmal.";
    internal override string TooOften => "Das war viel auf einmal. Bitte warte ein paar Sekunden und frag noch einmal.";
    internal override string Blocked =>
        "Ein Filter lässt die Antwort hier nicht durch. Frag mich in einer Direktnachricht oder mit anderen Worten.";
    internal override string Undeliverable => "Ich habe eine Antwort, aber sie kam nicht durch. Bitte frag noch einmal.";
    internal override string Failure(string errorId) =>
        $"Bei mir ist etwas schiefgegangen. Wer mich betreibt, findet es im Protokoll unter {errorId}.";
    internal override string IndexUnavailable(string reason) =>
        "Die Notizen sind gerade nicht bereit. Bitte versuch es gleich noch einmal.";

    internal override string Course(int number) => $"Kurs {number}";
    internal override string Part(CourseUnit unit, int number) => $"{Name(unit).One} {number}";
    internal override string Page(int number) => $"Seite {number}";
    internal override string Cell(int number) => $"Zelle {number}";
    internal override string Lines(int first, int last) => first == last ? $"Zeile {first}" : $"Zeilen {first}-{last}";
    internal override string And => "und";

    internal override string NothingAsked => "Wonach soll ich suchen? Ein Wort, eine Abkürzung oder eine ganze Frage genügt.";
    internal override string MessageWithoutText => "Diese Nachricht hat keinen Text, nach dem ich suchen könnte.";
    internal override string NotInNotes(string query, string? within) =>
        within is null ? $"„{query}“ steht nicht in den Notizen." : $"„{query}“ steht nicht in den Notizen zu {within}.";
    internal override string AskLikeThis(IReadOnlyList<string> examples) =>
        $"Frag mich, was in den Notizen steht: ein Wort, eine Abkürzung oder eine ganze Frage{(examples.Count == 0 ? "" : $", etwa „{string.Join("“ oder „", examples)}“")}.";
    internal override string NotHereButIn(string query, string? within, string place) =>
        $"„{query}“ steht nicht in den Notizen zu {within}, aber in {place}.";
    internal override string ShowElsewhere => "In allen Kursen zeigen";
    internal override string NearMisses => "Am nächsten kommt in den Notizen:";
    internal override string NearHeadings => "Überschriften, die nahe kommen:";
    internal override string Closest => "Ich bin nicht sicher, ob das die Antwort ist. Das Nächstliegende:";
    internal override string SearchedFor(string corrected, string asked) => $"Gesucht wurde „{corrected}“ statt „{asked}“.";
    internal override string ListedWithoutNotes(string name) => $"Der Lehrplan nennt {name}, aber es gibt keine Notizen dazu.";
    internal override string ListedWithNotes(string name) => $"Im Lehrplan: {name}.";
    internal override string MoreHere(int count) => $"{count} weitere hier";
    internal override string AllHere(int count) => $"{count} Stellen dieser Notiz:";
    internal override string PageOf(int page, int pages) => $"Seite {page} von {pages}";
    internal override string SomeGone(int count) => count == 1
        ? "Eine Stelle gibt es in den Notizen nicht mehr, oder sie wurde verschoben; ich habe sie weggelassen."
        : $"{count} Stellen gibt es in den Notizen nicht mehr, oder sie wurden verschoben; ich habe sie weggelassen.";
    internal override string AllGone =>
        "Was hier stand, gibt es in den Notizen nicht mehr, oder es wurde verschoben. Bitte frag noch einmal.";
    internal override string FormTitle => "Noch einmal fragen";
    internal override string FormLabel => "Wonach suchst du?";
    internal override string FormPlaceholder => "Andere Wörter, eine Abkürzung oder eine ganze Frage";

    internal override string Open => "Öffnen";
    internal override string ReadBefore => "Davor lesen";
    internal override string ReadOn => "Weiterlesen";
    internal override string BackToHits => "Zurück zu den Treffern";
    internal override string SeeAlso => "Siehe auch";
    internal override string SeeAlsoOf(string title) => $"Siehe auch: {title}";
    internal override string BackToPassage => "Zurück zur Passage";
    internal override string Previous => "Zurück";
    internal override string Next => "Mehr";
    internal override string AskAgain => "Das meinte ich nicht";
    internal override string Share => "Hier teilen";
    internal override string Delete => "Löschen";
    internal override string WhatNotesSay => "Was sagen die Notizen?";
    internal override string AllCourses => "Alle Kurse";
    internal override string ChoosePassage => "Eine Stelle ganz lesen";
    internal override string ChooseCourse => "Kurs wählen";
    internal override string ChooseWeek => "Woche wählen";

    internal override string Syllabus => "Lehrplan";
    internal override string ListedNoNotes => "aufgeführt, keine Notizen";
    internal override string NoNotesOf(string name) => $"{name} steht im Lehrplan, aber es gibt keine Notizen dazu.";
    internal override string Passages(int count) => count == 1 ? "1 Stelle" : $"{Number(count)} Stellen";
    internal override string Parts(CourseUnit unit, int count) => count == 1 ? $"1 {Name(unit).One}" : $"{count} {Name(unit).Many}";
    internal override string NotesIn(int count) => count == 1 ? "1 Notiz" : $"{Number(count)} Notizen";
    internal override string More(int count) => $"und {Number(count)} weitere";
    internal override string NoSyllabus => "Die Notizen führen keine Kurse oder Wochen auf.";
    internal override string NoSuchCourse(string asked, IReadOnlyList<int> courses) =>
        $"Einen Kurs {asked} gibt es nicht. Es gibt {(courses.Count == 1 ? "Kurs" : "die Kurse")} {List(courses, "bis")}.";
    internal override string NoSuchWeek(string asked, string? course, IReadOnlyList<int> weeks) => weeks.Count == 0
        ? $"{course ?? "Der Lehrplan"} hat keine Wochen."
        : $"{course ?? "Der Lehrplan"} hat keine Woche {asked}. "
            + $"Es gibt {(weeks.Count == 1 ? "Woche" : "die Wochen")} {List(weeks, "bis")}.";
    internal override string MoreHeadings(int count) => count == 1 ? "und 1 weitere Überschrift" : $"und {count} weitere Überschriften";

    internal override string Notes => "Die Notizen";
    internal override string Holdings(int notes, int passages) =>
        $"{Number(notes)} {(notes == 1 ? "Notiz" : "Notizen")} mit {Passages(passages)}";
    internal override string CoursesWithNotes(int withNotes, int all) =>
        all == 0 ? "Kein Lehrplan" : $"{all} {(all == 1 ? "Kurs" : "Kurse")} im Lehrplan, {withNotes} mit Notizen";
    internal override string Commit(string id, string age, string time) => $"Notizen vom Commit {id}, {age} ({time})";
    internal override string Refreshed(string age, string time) => $"Durchgesehen {age} ({time})";
    internal override string Vectors(int made, int all) => made == all
        ? "Auch nach der Bedeutung gefunden"
        : $"Auch nach der Bedeutung gefunden: bisher {Number(made)} von {Number(all)} Passagen";
    internal override string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "gerade eben",
        { TotalMinutes: < 2 } => "vor einer Minute",
        { TotalHours: < 1 } => $"vor {(int)age.TotalMinutes} Minuten",
        { TotalHours: < 2 } => "vor einer Stunde",
        { TotalDays: < 1 } => $"vor {(int)age.TotalHours} Stunden",
        { TotalDays: < 2 } => "vor einem Tag",
        _ => $"vor {Number((int)age.TotalDays)} Tagen",
    };
    internal override string Version(string version) => $"NotesBot {version}";
    internal override string Faults(int count) =>
        count == 1 ? "Eine Datei war nicht oder nicht ganz lesbar:" : $"{Number(count)} Dateien waren nicht oder nicht ganz lesbar:";
    internal override string MoreFaults(int count) => $"und {Number(count)} weitere, die im Protokoll stehen";
    internal override string Skipped(string kinds) => $"Keine Notizen, also beiseitegelassen: {kinds}";
    internal override string Help => "Was man fragen kann";
    internal override string HelpIntroduction => "Ich schlage in den Notizen nach und zeige, wo es steht. Ich erfinde nichts.";
    internal override string HelpExamples => "Zum Beispiel, aus diesen Notizen:";
    internal override string HelpAsking => "Wie man fragt:";
    internal override IReadOnlyList<string> HelpHints { get; } =
    [
        "Ein Wort, eine Abkürzung, ein Wortanfang oder eine ganze Frage; Tippfehler werden verziehen",
        "\"eine genaue Wendung\" in Anführungszeichen; -wort lässt weg, worin dieses Wort vorkommt",
        "Kurs und Woche engen ein; selbst Getipptes ist so gut wie das Angebotene",
    ];

    internal override string HelpVisibility => "privat: nur du siehst die Antwort, bis du sie teilst; wer gefragt hat, kann sie löschen";
    internal override string MessageMenu => "Im Menü einer Nachricht, unter Apps: schlägt ihren Text für dich allein nach";

    internal override string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static (string One, string Many) Name(CourseUnit unit) => unit switch
    {
        CourseUnit.Module => ("Modul", "Module"),
        CourseUnit.Unit => ("Einheit", "Einheiten"),
        CourseUnit.Lecture => ("Vorlesung", "Vorlesungen"),
        CourseUnit.Lesson => ("Lektion", "Lektionen"),
        CourseUnit.Session => ("Sitzung", "Sitzungen"),
        CourseUnit.Chapter => ("Kapitel", "Kapitel"),
        CourseUnit.Part => ("Teil", "Teile"),
        _ => ("Woche", "Wochen"),
    };
}

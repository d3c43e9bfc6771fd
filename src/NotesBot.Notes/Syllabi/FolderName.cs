using System.Globalization;
using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>What kind of thing the name of a folder is: a course has a name of its own, the folders between a course and its parts have none.</summary>
internal static partial class FolderName
{
    /// <summary>Whether it only says what lies in it ("lectures", "slides", "docs"), so that its folder is meant.</summary>
    internal static bool IsContainer(string name) =>
        !Codes().IsMatch(name) && (Containers().IsMatch(name) || Kinds().IsMatch(name) || MarkTitle.IsFiller(name));

    /// <summary>What numbers alone are in a folder that is called so: lectures in "lectures"; <see langword="null"/> for no part in particular.</summary>
    internal static CourseUnit? UnitOf(string name)
    {
        var match = Units().Match(name);
        return match.Success ? PartWords.UnitOf(match) : null;
    }

    /// <summary>Which semester, year or term it is, by number or season; <see langword="null"/> for another folder.</summary>
    internal static string? Term(string name)
    {
        var match = Terms().Match(name);
        return match.Success && NumberWords.Parse(match.Groups["number"].Value) is { } number ? number.ToString(CultureInfo.InvariantCulture)
            : Seasons().Match(name) is { Success: true } season ? season.Value.ToUpperInvariant() : null;
    }

    /// <summary>Whether it begins with the code of a course: <c>CS101 Databases</c>, <c>6.006</c>.</summary>
    internal static bool IsCode(string name) => Codes().IsMatch(name) && Term(name) is null;

    /// <summary>Whether it is a folder of generators and of what its owner keeps aside, of a diary, or a part of one work.</summary>
    internal static bool IsNoCourse(string name) => (name.StartsWith('_') && !IsContainer(name.TrimStart('_'))) || Aside().IsMatch(name);

    /// <summary>Whether the pages of one book or site lie in such a folder.</summary>
    internal static bool IsOfBook(string name) => Book().IsMatch(name);

    [GeneratedRegex(
        @"^_?(?:(?:lecture|course|class|my|all)?[\s_-]*(?:notes?|slides?|materials?|content|contents|pages|docs?|documents?|documentation|src|source|sources|book|site|website|public|main|text|texts|markdown|classes|subjects|topics?|posts|articles|archives?|archived|old|legacy|drafts?|demos?|class[\s_-]?demos?|examples?|code|scripts?|img|images?|figures?|assets|static|media|data|talks|meetings|misc|other|extras?|appendix|appendices|exams?|tests?|projects?|references?|templates?|en|de|fr|es|it|pt)|vorlesungen|übungen|uebungen|skripte?|mitschriften?|wochen|cours|séances|travaux|apuntes|clases|materias|materie|asignaturas|dispense|appunti|lezioni|aulas|anotações|лекции|konspekty|wykłady|hoorcolleges)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Containers();

    [GeneratedRegex(
        @"^(?>(?:lec|lecs|lect|lectures?|rec|recs|recitations?|tut|tuts|tutorials?|sec|sections?|labs?|probsets?|psets?|ps|hw|homeworks?|ex|exs|exes|slides?|notes?|and)(?:[\s_&+-]+|$))+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();

    [GeneratedRegex(
        @"^_?(?:(?<week>weeks|wochen|semaines|semanas)|(?<module>modules|module|módulos)|(?<unit>units|einheiten|unidades)|(?<lecture>(?:lecture[\s_-]?)?(?:notes|slides)?[\s_-]?lectures?(?:[\s_-]?(?:notes|slides))?|vorlesungen|clases|lezioni|aulas|лекции|wykłady|hoorcolleges)|(?<lesson>lessons|lektionen|lecciones|leçons)|(?<session>sessions|sitzungen|séances|sesiones)|(?<chapter>chapters|kapitel|chapitres|capítulos|capitulos))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Units();

    [GeneratedRegex(
        @"^(?:(?:semester|semestre|sem|term|trimester|trimestre|year|jahr|année|annee|año|ano|anno|cuatrimestre|quadrimestre|s|y)[\s_.-]*(?<number>\d{1,2}|[ivx]{1,4})|(?<number>\d{1,2}|[ivx]{1,4}(?=[\s_.-]))(?:st|nd|rd|th|\.|er|e|º|°)?[\s_.-]*(?:semester|semestre|sem|term|trimester|trimestre|year|jahr|année|annee|año|ano|anno|cuatrimestre|quadrimestre))(?:$|[\s_.:(-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Terms();

    [GeneratedRegex(
        @"^(?:ws|ss|wise|sose|hs|fs|fall|autumn|spring|summer|winter|herbst|frühling|sommer(?:semester)?|wintersemester|otoño|primavera|automne|printemps)[\s_.-]*(?:20)?\d{2}(?:[\s_/-]*(?:20)?\d{2})?$|^(?:20)\d{2}[\s_.-]*(?:ws|ss|wise|sose|hs|fs|fall|autumn|spring|summer|winter|herbst|frühling)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Seasons();

    [GeneratedRegex(@"^(?!(?:ISO|RFC|PEP|FY|CVE|ADR|IMG|DSC|RQ|ICD|SP)[\s_-]?\d)(?:[A-Z]{2,6}[\s_-]?(?!(?:19|20)\d{2}\b)\d{3,4}[A-Z]{0,2}|\d{1,2}\.[A-Z]?\d{3,4}[A-Z]{0,2})(?:$|[\s_:-]+\p{L}|[\s_]+-)")]
    private static partial Regex Codes();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:journal|diary|tagebuch|diario|daily|weekly|planner|logs?|reviews?|zettelkasten|inbox|archive)$|^(?:part|parte|partie|teil|título|titulo|title|libro|livre|book|buch|volume|vol|band|tome|tomo|section|sección|seccion|block|bloque|anexo|annex|appendix|version|v|group|team|day|tag|día)[\s_.-]*(?:\d+|[ivxa-d]+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(?:docs?|src|source|book|content|contents|chapters|kapitel|chapitres|manuscript|text|guide|handbook|manual|documentation|wiki)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Book();
}

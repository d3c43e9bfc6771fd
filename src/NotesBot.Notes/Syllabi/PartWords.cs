using System.Text.RegularExpressions;

namespace NotesBot.Notes.Syllabi;

/// <summary>The words for courses and their parts, as alternatives of a pattern with a group each, in the languages that notes are in.</summary>
internal static class PartWords
{
    /// <summary>Courses.</summary>
    internal const string Course = "(?<course>course|kurs|cours|curso|corso)";

    /// <summary>Parts that a line may name by themselves.</summary>
    internal const string Part = "(?:"
        + "(?<week>weeks?|wk|wochen?|semaines?|semanas?|settimana|vecka|hafta|tydzień|неделя)"
        + "|(?<module>modules?|modul|módulo|modulo|moduł|модуль)"
        + "|(?<unit>units?|einheit|lerneinheit|unidad|unidade|unità|unité)"
        + "|(?<lecture>lectures?|lect?|vorlesung|vl|lezione|aula|hoorcollege|föreläsning|wykład|лекция)"
        + "|(?<lesson>lessons?|lektion|lección|leccion|leçon|lição)"
        + "|(?<session>sessions?|sitzung|séance|seance|sesión|sesion)"
        + "|(?<chapter>chapters?|chap|ch|kapitel|kap|chapitre|capítulo|capitulo|capitolo|hoofdstuk|rozdział|глава))";

    /// <summary>What the word that a pattern found is the name of.</summary>
    internal static CourseUnit UnitOf(Match match) =>
        Enum.GetValues<CourseUnit>().FirstOrDefault(unit => match.Groups[unit.ToString().ToLowerInvariant()].Success);
}

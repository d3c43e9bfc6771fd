using System.Globalization;
using NotesBot.Notes;

namespace NotesBot.Commands.Wording;

/// <summary>Every sentence that people read, in one language: a file a language, and none compiles with a sentence missing.</summary>
internal abstract class Texts
{
    private const int MaxNameLength = 40;

    private static readonly Texts English = new EnglishTexts();
    private static readonly Dictionary<string, Texts> Others =
        new Texts[] { new GermanTexts() }.ToDictionary(texts => texts.Language, StringComparer.OrdinalIgnoreCase);

    /// <summary>The texts for a locale (<c>de</c>, <c>de-AT</c>); English for all that there are no others for.</summary>
    internal static Texts For(string? locale) =>
        Others.GetValueOrDefault((locale ?? "").Split('-', '_')[0]) ?? English;

    /// <summary>One text in all languages.</summary>
    internal static Localized InAll(Func<Texts, string> text) =>
        new(text(English), Others.ToDictionary(other => other.Key, other => text(other.Value)));


    /// <summary>Its locale, as in <see cref="Localized.Others"/>.</summary>
    internal abstract string Language { get; }

    // Definitions of the commands: names within 32 characters and lower case, descriptions within 100.
    internal abstract string FindName { get; }
    internal abstract string FindDescription { get; }
    internal abstract string FindMessageName { get; }
    internal abstract string SyllabusName { get; }
    internal abstract string SyllabusDescription { get; }
    internal abstract string NotesName { get; }
    internal abstract string NotesDescription { get; }
    internal abstract string HelpName { get; }
    internal abstract string HelpDescription { get; }
    internal abstract string QueryOption { get; }
    internal abstract string QueryDescription { get; }
    internal abstract string CourseOption { get; }
    internal abstract string CourseDescription { get; }
    internal abstract string WeekOption { get; }
    internal abstract string WeekDescription { get; }
    internal abstract string PrivateOption { get; }
    internal abstract string PrivateDescription { get; }

    // Failures.
    internal abstract string UnknownCommand { get; }
    internal abstract string UnknownButton { get; }
    internal abstract string OnlyAskerDeletes { get; }
    internal abstract string Busy { get; }
    internal abstract string TooOften { get; }
    internal abstract string Blocked { get; }
    internal abstract string Undeliverable { get; }
    internal abstract string Failure(string errorId);
    internal abstract string IndexUnavailable(string reason);

    // Places.
    internal abstract string Course(int number);
    internal abstract string Part(CourseUnit unit, int number);
    internal abstract string Page(int number);
    internal abstract string Cell(int number);
    internal abstract string Lines(int first, int last);
    internal abstract string And { get; }

    // Finding.
    internal abstract string NothingAsked { get; }
    internal abstract string MessageWithoutText { get; }
    internal abstract string NotInNotes(string query, string? within);
    internal abstract string AskLikeThis(IReadOnlyList<string> examples);
    internal abstract string NotHereButIn(string query, string? within, string place);
    internal abstract string ShowElsewhere { get; }
    internal abstract string NearMisses { get; }
    internal abstract string NearHeadings { get; }
    internal abstract string Closest { get; }
    internal abstract string SearchedFor(string corrected, string asked);
    internal abstract string ListedWithoutNotes(string name);
    internal abstract string ListedWithNotes(string name);
    internal abstract string MoreHere(int count);
    internal abstract string AllHere(int count);
    internal abstract string PageOf(int page, int pages);
    internal abstract string SomeGone(int count);
    internal abstract string AllGone { get; }
    internal abstract string FormTitle { get; }
    internal abstract string FormLabel { get; }
    internal abstract string FormPlaceholder { get; }

    // Buttons (80 characters) and selects (150).
    internal abstract string Open { get; }
    internal abstract string ReadBefore { get; }
    internal abstract string ReadOn { get; }
    internal abstract string BackToHits { get; }
    internal abstract string SeeAlso { get; }
    internal abstract string SeeAlsoOf(string title);
    internal abstract string BackToPassage { get; }
    internal abstract string Previous { get; }
    internal abstract string Next { get; }
    internal abstract string AskAgain { get; }
    internal abstract string Share { get; }
    internal abstract string Delete { get; }
    internal abstract string WhatNotesSay { get; }
    internal abstract string AllCourses { get; }
    internal abstract string ChoosePassage { get; }
    internal abstract string ChooseCourse { get; }
    internal abstract string ChooseWeek { get; }

    // Syllabus.
    internal abstract string Syllabus { get; }
    internal abstract string ListedNoNotes { get; }
    internal abstract string NoNotesOf(string name);
    internal abstract string Passages(int count);
    internal abstract string Parts(CourseUnit unit, int count);
    internal abstract string NoSyllabus { get; }
    internal abstract string NotesIn(int count);
    internal abstract string More(int count);
    internal abstract string NoSuchCourse(string asked, IReadOnlyList<int> courses);
    internal abstract string NoSuchWeek(string asked, string? course, IReadOnlyList<int> weeks);
    internal abstract string MoreHeadings(int count);

    // About the notes and the bot.
    internal abstract string Notes { get; }
    internal abstract string Holdings(int notes, int passages);
    internal abstract string CoursesWithNotes(int withNotes, int all);
    internal abstract string Commit(string id, string age, string time);
    internal abstract string Refreshed(string age, string time);
    internal abstract string Vectors(int made, int all);
    internal abstract string Age(TimeSpan age);
    internal abstract string Version(string version);
    internal abstract string Faults(int count);
    internal abstract string MoreFaults(int count);
    internal abstract string Skipped(string kinds);
    internal abstract string Help { get; }
    internal abstract string HelpIntroduction { get; }
    internal abstract string HelpExamples { get; }
    internal abstract string HelpAsking { get; }
    internal abstract IReadOnlyList<string> HelpHints { get; }
    internal abstract string HelpVisibility { get; }
    internal abstract string MessageMenu { get; }

    /// <summary>A whole number as this language writes it.</summary>
    internal abstract string Number(int number);

    /// <summary>"Course 1: Title", or "Course 1" where it has none.</summary>
    internal string Name(Course course) => WithTitle(Course(course.Number), course.Title);

    /// <summary>"Week 2: Title", or "Week 2" where it has none.</summary>
    internal string Name(Week week) => WithTitle(Part(week), week.Title);

    /// <summary>"Week 2", or what the notes call it.</summary>
    internal string Part(Week week) => Part(week.Unit, week.Number);

    /// <summary>"Course 1", or the title of one that the notes give no number.</summary>
    internal string ShortName(Course course) =>
        course is { IsByOrder: true, Title: { } title } ? Plain.Cut(Plain.OneLine(title), MaxNameLength) : Course(course.Number);

    /// <summary>"Course 1 · Week 2"; <see langword="null"/> when neither is known.</summary>
    internal string? Within(Syllabus syllabus, int? course, int? week)
    {
        var known = syllabus.Courses.FirstOrDefault(candidate => candidate.Number == course);
        var unit = (known is null ? syllabus.Courses : [known]).SelectMany(one => one.Weeks).FirstOrDefault()?.Unit ?? CourseUnit.Week;
        string?[] names = [known is not null ? ShortName(known) : course is { } c ? Course(c) : null, week is { } w ? Part(unit, w) : null];
        return names.All(name => name is null) ? null : string.Join(" · ", names.OfType<string>());
    }

    /// <summary>"1, 2 and 4", or "1 to 4" where none is missing.</summary>
    protected string List(IReadOnlyList<int> numbers, string to)
    {
        var texts = numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        var isWhole = numbers.Count > 2 && numbers[^1] - numbers[0] == numbers.Count - 1;
        return texts switch
        {
            [] => "",
            [var only] => only,
            _ when isWhole => $"{texts[0]} {to} {texts[^1]}",
            _ => $"{string.Join(", ", texts.SkipLast(1))} {And} {texts[^1]}",
        };
    }

    private static string WithTitle(string number, string? title) => title is null ? number : $"{number}: {title}";
}

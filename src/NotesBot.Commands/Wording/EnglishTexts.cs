using System.Globalization;
using NotesBot.Notes;

namespace NotesBot.Commands.Wording;

/// <summary>English.</summary>
internal sealed class EnglishTexts : Texts
{
    internal override string Language => "en";

    internal override string FindName => "find";
    internal override string FindDescription => "Find the passage in the notes that answers a question";
    internal override string FindMessageName => "Find in notes";
    internal override string SyllabusName => "syllabus";
    internal override string SyllabusDescription => "Courses and weeks, and which of them have notes";
    internal override string NotesName => "notes";
    internal override string NotesDescription => "What the notes hold and how fresh they are";
    internal override string HelpName => "help";
    internal override string HelpDescription => "What you can ask and how";
    internal override string QueryOption => "query";
    internal override string QueryDescription => "Words, an acronym, \"an exact phrase\", -without, or a whole question";
    internal override string CourseOption => "course";
    internal override string CourseDescription => "Only this course";
    internal override string WeekOption => "week";
    internal override string WeekDescription => "Only this week";
    internal override string PrivateOption => "private";
    internal override string PrivateDescription => "Whether only you see the answer";

    internal override string UnknownCommand => "I do not know this command. /help lists the ones there are.";
    internal override string UnknownButton => "I do not know this button: it may be from another version. Please ask again.";
    internal override string OnlyAskerDeletes => "Only the person who asked can delete this answer.";
    internal override string Busy => "Too much is going on here right now. Please try again in a moment.";
    internal override string TooOften => "That was a lot at once. Please wait a few seconds and ask again.";
    internal override string Blocked =>
        "A filter of this place does not let the answer through. Ask me in a direct message, or in other words.";
    internal override string Undeliverable => "I have an answer, but it did not get through. Please ask again.";
    internal override string Failure(string errorId) =>
        $"Something went wrong on my side. The person who runs me finds it in the log under {errorId}.";
    internal override string IndexUnavailable(string reason) => reason;

    internal override string Course(int number) => $"Course {number}";
    internal override string Part(CourseUnit unit, int number) => $"{unit} {number}";
    internal override string Page(int number) => $"page {number}";
    internal override string Cell(int number) => $"cell {number}";
    internal override string Lines(int first, int last) => first == last ? $"line {first}" : $"lines {first}-{last}";
    internal override string And => "and";

    internal override string NothingAsked => "What shall I look for? A word, an acronym or a whole question will do.";
    internal override string MessageWithoutText => "This message has no text that I could look for.";
    internal override string NotInNotes(string query, string? within) =>
        within is null ? $"“{query}” is not in the notes." : $"“{query}” is not in the notes of {within}.";
    internal override string AskLikeThis(IReadOnlyList<string> examples) =>
        $"Ask me what the notes say: a word, an acronym or a whole question{(examples.Count == 0 ? "" : $", such as “{string.Join("” or “", examples)}”")}.";
    internal override string NotHereButIn(string query, string? within, string place) =>
        $"“{query}” is not in the notes of {within}, but in {place}.";
    internal override string ShowElsewhere => "Show it in all courses";
    internal override string NearMisses => "Closest in the notes:";
    internal override string NearHeadings => "Headings that come near:";
    internal override string Closest => "I am not sure that this answers it. The closest I found:";
    internal override string SearchedFor(string corrected, string asked) => $"Searched for “{corrected}” instead of “{asked}”.";
    internal override string ListedWithoutNotes(string name) => $"The syllabus lists {name}, but there are no notes of it.";
    internal override string ListedWithNotes(string name) => $"In the syllabus: {name}.";
    internal override string MoreHere(int count) => $"{count} more here";
    internal override string AllHere(int count) => $"{count} passages of this note:";
    internal override string PageOf(int page, int pages) => $"Page {page} of {pages}";
    internal override string SomeGone(int count) => count == 1
        ? "One passage is no longer in the notes, or was moved; I left it out."
        : $"{count} passages are no longer in the notes, or were moved; I left them out.";
    internal override string AllGone => "What this showed is no longer in the notes, or was moved. Please ask again.";
    internal override string FormTitle => "Ask again";
    internal override string FormLabel => "What are you looking for?";
    internal override string FormPlaceholder => "Other words, an acronym, or a whole question";

    internal override string Open => "Open";
    internal override string ReadBefore => "Read what is before";
    internal override string ReadOn => "Read on";
    internal override string BackToHits => "Back to the hits";
    internal override string SeeAlso => "See also";
    internal override string SeeAlsoOf(string title) => $"See also: {title}";
    internal override string BackToPassage => "Back to the passage";
    internal override string Previous => "Previous";
    internal override string Next => "More";
    internal override string AskAgain => "Not what I meant";
    internal override string Share => "Share here";
    internal override string Delete => "Delete";
    internal override string WhatNotesSay => "What do the notes say?";
    internal override string AllCourses => "All courses";
    internal override string ChoosePassage => "Read one in full";
    internal override string ChooseCourse => "Choose a course";
    internal override string ChooseWeek => "Choose a week";

    internal override string Syllabus => "Syllabus";
    internal override string ListedNoNotes => "listed, no notes";
    internal override string NoNotesOf(string name) => $"{name} is in the syllabus, but there are no notes of it.";
    internal override string Passages(int count) => count == 1 ? "1 passage" : $"{Number(count)} passages";
    internal override string Parts(CourseUnit unit, int count) => $"{count} {unit.ToString().ToLowerInvariant()}{(count == 1 ? "" : "s")}";
    internal override string NotesIn(int count) => count == 1 ? "1 note" : $"{Number(count)} notes";
    internal override string More(int count) => $"and {Number(count)} more";
    internal override string NoSyllabus => "The notes list no courses or weeks.";
    internal override string NoSuchCourse(string asked, IReadOnlyList<int> courses) =>
        $"There is no course {asked}. There {(courses.Count == 1 ? "is course" : "are courses")} {List(courses, "to")}.";
    internal override string NoSuchWeek(string asked, string? course, IReadOnlyList<int> weeks) => weeks.Count == 0
        ? $"{course ?? "The syllabus"} lists no weeks."
        : $"{course ?? "The syllabus"} has no week {asked}. There {(weeks.Count == 1 ? "is week" : "are weeks")} {List(weeks, "to")}.";
    internal override string MoreHeadings(int count) => count == 1 ? "and 1 more heading" : $"and {count} more headings";

    internal override string Notes => "The notes";
    internal override string Holdings(int notes, int passages) =>
        $"{Number(notes)} {(notes == 1 ? "note" : "notes")} with {Passages(passages)}";
    internal override string CoursesWithNotes(int withNotes, int all) =>
        all == 0 ? "No syllabus" : $"{all} {(all == 1 ? "course" : "courses")} in the syllabus, {withNotes} with notes";
    internal override string Commit(string id, string age, string time) => $"Notes at commit {id}, made {age} ({time})";
    internal override string Refreshed(string age, string time) => $"Looked through {age} ({time})";
    internal override string Vectors(int made, int all) => made == all
        ? "Found by meaning, too"
        : $"Found by meaning, too: {Number(made)} of {Number(all)} passages so far";
    internal override string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalMinutes: < 2 } => "a minute ago",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} minutes ago",
        { TotalHours: < 2 } => "an hour ago",
        { TotalDays: < 1 } => $"{(int)age.TotalHours} hours ago",
        { TotalDays: < 2 } => "a day ago",
        _ => $"{Number((int)age.TotalDays)} days ago",
    };
    internal override string Version(string version) => $"NotesBot {version}";
    internal override string Faults(int count) =>
        count == 1 ? "One file could not be read, or not whole:" : $"{Number(count)} files could not be read, or not whole:";
    internal override string MoreFaults(int count) => $"and {Number(count)} more, which are in the log";
    internal override string Skipped(string kinds) => $"No notes, so left aside: {kinds}";
    internal override string Help => "What you can ask";
    internal override string HelpIntroduction => "I look things up in the notes and show where they stand. I make nothing up.";
    internal override string HelpExamples => "For example, from these notes:";
    internal override string HelpAsking => "How to ask:";
    internal override IReadOnlyList<string> HelpHints { get; } =
    [
        "A word, an acronym, the beginning of a word or a whole question; typing errors are forgiven",
        "\"an exact phrase\" between quotes; -word leaves out what has that word",
        "course and week narrow it; what you type yourself is as good as what is offered",
    ];

    internal override string HelpVisibility => "private: only you see the answer, until you share it; who asked can delete an answer";
    internal override string MessageMenu => "In the menu of a message, under Apps: looks its text up for you alone";

    internal override string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

using NotesBot.Commands.Wording;

namespace NotesBot.Commands.Asking;

/// <summary>The options that several commands take.</summary>
internal static class Options
{
    internal const string Query = "query";
    internal const string Course = "course";
    internal const string Week = "week";
    internal const string Private = "private";

    /// <summary>Longest query, in characters. More is cut.</summary>
    internal const int MaxQueryLength = 1_000;

    internal static CommandOption QueryOption { get; } =
        new TextOption(Query, Texts.InAll(texts => texts.QueryDescription), MaxQueryLength)
        {
            Required = true,
            Completes = true,
            NameLocalizations = Texts.InAll(texts => texts.QueryOption).Others,
        };

    internal static CommandOption CourseOption { get; } = new NumberOption(Course, Texts.InAll(texts => texts.CourseDescription))
    {
        Completes = true,
        NameLocalizations = Texts.InAll(texts => texts.CourseOption).Others,
    };

    internal static CommandOption WeekOption { get; } = new NumberOption(Week, Texts.InAll(texts => texts.WeekDescription))
    {
        Completes = true,
        NameLocalizations = Texts.InAll(texts => texts.WeekOption).Others,
    };

    internal static CommandOption PrivateOption { get; } = new FlagOption(Private, Texts.InAll(texts => texts.PrivateDescription))
    {
        NameLocalizations = Texts.InAll(texts => texts.PrivateOption).Others,
    };
}

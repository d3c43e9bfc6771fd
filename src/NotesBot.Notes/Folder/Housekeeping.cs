using System.Text.RegularExpressions;

namespace NotesBot.Notes.Folder;

/// <summary>Files that have the form of a note and are none: licences, lists of packages, files of build tools, templates of programs, the synonyms of the search.</summary>
internal static partial class Housekeeping
{
    /// <summary>Whether a file's name says that it is one.</summary>
    internal static bool Is(string name) => Names().IsMatch(name);

    [GeneratedRegex(
        @"(?:^|/)(?:(?:licen[cs]e|copying|notice|code_of_conduct)(?:[._-][^/]*)?|(?:requirements|constraints)[^/]*\.txt|cmakelists\.txt|robots\.txt|synonyms\.txt|top_level\.txt|[^/]+\.component\.html)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}

using System.Text.RegularExpressions;
using NotesBot.Notes.Links;
using NotesBot.Notes.Reading;

namespace NotesBot.Notes;

/// <summary>What follows from options, and which of them are wrong.</summary>
public static class NotesOptionsRules
{
    extension(NotesOptions options)
    {
        /// <summary>Whether <see cref="NotesOptions.Path"/> names a git repository that is followed, and no folder.</summary>
        public bool IsRepository => GitAddress.Of(options) is not null;

        /// <summary>What is set wrongly, a sentence each; none when all is well. Whether the folder exists is not looked at.</summary>
        public IReadOnlyList<string> Faults() => [.. options.OfPath(), .. options.OfRepository(), .. options.OfPattern(), .. options.OfTemplate()];

        private IEnumerable<string> OfPath()
        {
            if (string.IsNullOrWhiteSpace(options.Path))
            {
                yield return "Notes:Path is empty: name the folder of the notes.";
            }

            if (options.FaultOfKinds() is { } kind)
            {
                yield return $"Notes:Kinds names {kind}, which is no kind of notes: see docs/notes.md for the list.";
            }

            if (options.MaxFileBytes < 1)
            {
                yield return $"Notes:MaxFileBytes is {options.MaxFileBytes}: set a number of bytes from 1, or leave it out for 64 MiB.";
            }

            if (options.Encoding is { } name && TextDecoder.Named(name) is null)
            {
                yield return $"Notes:Encoding is {name}, which is no encoding: name one as windows-1251, gbk or shift_jis, or leave it out.";
            }
        }

        private string? FaultOfKinds()
        {
            try
            {
                return NoteFormats.Named(options.Kinds).Count == 1 ? "nothing" : null;
            }
            catch (FormatException exception)
            {
                return $"\"{exception.Message}\"";
            }
        }

        private IEnumerable<string> OfRepository()
        {
            if (GitAddress.FaultOf(options) is { } fault)
            {
                yield return fault;
            }
            else if (GitAddress.Of(options) is null && (options.Branch ?? options.Folder ?? options.Token) is not null)
            {
                yield return "Notes:Branch, Notes:Folder and Notes:Token are for a git repository, and Notes:Path names a folder.";
            }

            if (options.Folder is { } folder && folder.Split('/').Any(part => part is "" or "." or ".."))
            {
                yield return "Notes:Folder is a folder in the repository, with / between its parts and none at its ends, as in docs/notes.";
            }

            if (options.MaxRepositoryBytes < 1)
            {
                yield return $"Notes:MaxRepositoryBytes is {options.MaxRepositoryBytes}: set a number of bytes from 1, or leave it out for 1 GiB.";
            }

            if (options.FetchSeconds is < 10 or > 86_400)
            {
                yield return $"Notes:FetchSeconds is {options.FetchSeconds}: set 10 to 86400 seconds, or leave it out for 300.";
            }
        }

        private IEnumerable<string> OfPattern()
        {
            if (options.CoursePattern is { } pattern && FaultOf(pattern) is { } fault)
            {
                yield return $"Notes:CoursePattern is no regular expression with a group named course or week: {fault}";
            }
        }

        private IEnumerable<string> OfTemplate()
        {
            if (options.UrlTemplate is { } template && !(Uri.TryCreate(template.Replace('{', '-').Replace('}', '-'), UriKind.Absolute, out var url)
                && url.Scheme is "http" or "https"))
            {
                yield return "Notes:UrlTemplate must begin with https:// or http://, as in https://example.org/notes/{path}#{anchor}.";
            }
        }
    }

    private static string? FaultOf(string pattern)
    {
        try
        {
            var groups = new Regex(pattern, RegexOptions.CultureInvariant).GetGroupNames();
            return groups.Contains("course") || groups.Contains("week") ? null : "it has neither group.";
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }
}

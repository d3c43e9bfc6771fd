using System.Globalization;

using NotesBot.Search.Text;

namespace NotesBot.Search.Store;

/// <summary>Names of the fields of the index, and of what a commit says about itself.</summary>
internal static class IndexFields
{
    /// <summary>Raised whenever what is written changes its meaning, the analysis included: older indexes are then begun anew.</summary>
    internal const string Schema = "16";

    /// <summary>Term of every document of a file: its record and its passages.</summary>
    internal const string Path = "path";

    /// <summary>Term of the record of a file: <see cref="FileWithPassages"/> or <see cref="FileWithout"/>.</summary>
    internal const string File = "file";
    internal const string FileWithPassages = "full";
    internal const string FileWithout = "empty";

    /// <summary>Term of the one document that holds the facts of the library.</summary>
    internal const string Facts = "facts";
    internal const string FactsTerm = "1";

    /// <summary>Stored file record or facts; see <see cref="StoredJson"/>.</summary>
    internal const string Record = "record";

    /// <summary>Stored passage; see <see cref="StoredJson"/>.</summary>
    internal const string Data = "data";

    /// <summary>The nearest heading of a passage beside the postings, cut to <see cref="MaxHeading"/>; absent for none.</summary>
    internal const string Heading = "heading";

    /// <summary>Longest heading that is kept to be completed, in UTF-16 units.</summary>
    internal const int MaxHeading = 200;

    /// <summary>Number of each passage: its id.</summary>
    internal const string Id = "id";

    /// <summary>Words of a passage with their positions.</summary>
    internal const string Text = "text";

    /// <summary>Terms: groups of initials; see <see cref="Initials"/>.</summary>
    internal const string Initials = "initials";

    /// <summary>Terms: the words that a passage has with marks that are folded away.</summary>
    internal const string Marked = "marked";

    /// <summary>Term: the name of the language of the note that a passage is of.</summary>
    internal const string Language = "language";

    /// <summary>Term of a note whose language is not known.</summary>
    internal const string NoLanguage = "None";

    /// <summary>Number of each passage: see <see cref="PassageShape"/>.</summary>
    internal const string Shape = "shape";

    /// <summary>Number of each passage: the key of the text that its vector is made of; 0 where there is to be none.</summary>
    internal const string TextKey = "textkey";

    /// <summary>Terms: <c>1</c> for course 1 and <c>1/2</c> for its week 2; week 0 for a passage of the course as such.</summary>
    internal const string Course = "course";
    internal const string Week = "week";

    /// <summary>Keys of the data of a commit.</summary>
    internal const string SchemaKey = "schema";
    internal const string SourceKey = "source";
    internal const string BirthKey = "birth";
    internal const string CountKey = "documents";

    internal static string CourseTerm(int course) => course.ToString(CultureInfo.InvariantCulture);

    internal static string WeekTerm(int course, int week) => string.Create(CultureInfo.InvariantCulture, $"{course}/{week}");
}

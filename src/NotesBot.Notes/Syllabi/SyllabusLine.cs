namespace NotesBot.Notes.Syllabi;

/// <summary>A line of a document that may list a course or week: a heading, a list item, a short paragraph, a table row.</summary>
internal sealed class SyllabusLine
{
    /// <summary>How deep it stands: headings 1 to 6, paragraphs 7, list items and table rows from 8.</summary>
    internal required int Depth { get; init; }

    /// <summary>Its plain text.</summary>
    internal required string Text { get; init; }

    /// <summary>The number of a numbered item or heading; <see langword="null"/> where it has none.</summary>
    internal int? Number { get; init; }

    /// <summary>Targets of its links, as written.</summary>
    internal required IReadOnlyList<string> Links { get; init; }

    /// <summary>The course or week that it begins with.</summary>
    internal CourseMark? Mark { get; set; }

    /// <summary>The line that it stands under.</summary>
    internal SyllabusLine? Parent { get; set; }

    /// <summary>Lines right under it.</summary>
    internal List<SyllabusLine> Children { get; } = [];

    /// <summary>How much text of its own stands under it, in UTF-16 units; list items without links count a third.</summary>
    internal int Body { get; set; }

    /// <summary>Whether it is a heading.</summary>
    internal bool IsHeading => Depth <= 6;

    /// <summary>Whether it is a list item or table row.</summary>
    internal bool IsItem => Depth >= 8;

    /// <summary>The line, what it stands under, and so on.</summary>
    internal IEnumerable<SyllabusLine> Ancestors()
    {
        for (var line = Parent; line is not null; line = line.Parent)
        {
            yield return line;
        }
    }

    /// <summary>Everything below it, in order.</summary>
    internal IEnumerable<SyllabusLine> Descendants() => Children.SelectMany(child => child.Descendants().Prepend(child));
}

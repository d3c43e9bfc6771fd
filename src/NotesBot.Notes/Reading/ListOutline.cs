using Markdig.Syntax;

namespace NotesBot.Notes.Reading;

/// <summary>Whether a list is the outline of a page, as outliners write it: items of it, or of lists in it, begin with headings.</summary>
internal static class ListOutline
{
    /// <summary>Whether there is a heading at the beginning of an item.</summary>
    internal static bool Is(ListBlock list) => list.OfType<ListItemBlock>().Any(Is);

    /// <summary>Whether the item begins with a heading, or one in it does.</summary>
    internal static bool Is(ListItemBlock item) => item is [HeadingBlock, ..] || item.OfType<ListBlock>().Any(Is);
}

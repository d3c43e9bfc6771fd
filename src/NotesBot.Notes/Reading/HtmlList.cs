using AngleSharp.Dom;

namespace NotesBot.Notes.Reading;

/// <summary>Flattens a list of HTML into items.</summary>
internal static class HtmlList
{
    /// <summary>Adds all items of a list, nested ones after their parent.</summary>
    internal static void AddItems(IElement list, int depth, List<ListNoteItem> items, Func<INode, NotePlace> placeOf)
    {
        var number = int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        foreach (var child in list.Children)
        {
            if (child.LocalName is "ul" or "ol")
            {
                AddItems(child, depth + 1, items, placeOf);
                continue;
            }

            AddItem(child, (depth, list.LocalName == "ol" ? number++ : null), items, placeOf);
        }
    }

    private static void AddItem(IElement item, (int Depth, int? Number) mark, List<ListNoteItem> items, Func<INode, NotePlace> placeOf)
    {
        if (PlainText.Clean(HtmlText.Of(item, withLists: false)) is { Length: > 0 } text)
        {
            items.Add(new ListNoteItem(mark.Depth, mark.Number, text, LinksOf(item), placeOf(item)));
        }

        foreach (var nested in item.Children.Where(child => child.LocalName is "ul" or "ol"))
        {
            AddItems(nested, mark.Depth + 1, items, placeOf);
        }
    }

    private static IReadOnlyList<string> LinksOf(IElement item) =>
        [.. HtmlText.LinksIn(item).Except(item.QuerySelectorAll("ul, ol").SelectMany(HtmlText.LinksIn))];
}

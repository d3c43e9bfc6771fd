using Markdig.Syntax;
using NotesBot.Notes.Reading.Dialects;

namespace NotesBot.Notes.Reading;

/// <summary>Whether a heading is that of a box only: what follows the box is not below it.</summary>
internal static class BoxedHeading
{
    /// <summary>Something else than a heading follows one of the boxes or quotes that the heading is in, or it is the title of a box with a kind.</summary>
    internal static bool Is(HeadingBlock heading)
    {
        if (heading.Parent is TitledBlock { Lead: not null } box && box[0] == heading)
        {
            return true;
        }

        for (Block at = heading; at.Parent is { } parent; at = parent)
        {
            if (parent is TitledBlock or QuoteBlock && Next(parent) is not (null or HeadingBlock))
            {
                return true;
            }
        }

        return false;
    }

    private static Block? Next(ContainerBlock box) =>
        box.Parent?.SkipWhile(block => block != box).Skip(1).FirstOrDefault(block => block is not (HiddenBlock { What.Text: null } or LinkReferenceDefinitionGroup));
}

namespace NotesBot.Notes;

/// <summary>What a reader left out of a file on purpose: none of it is text of the notes, and its owner may wonder where it is.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many, from 1.</param>
public sealed record LeftOut(LeftOutKind Kind, int Count);

/// <summary>Kinds of what is left out.</summary>
public enum LeftOutKind
{
    /// <summary>The whole note, which says that it is a draft.</summary>
    Draft,

    /// <summary>A remark that the writer hid: a comment, a hidden slide.</summary>
    HiddenRemark,

    /// <summary>A drawing that is kept as program text.</summary>
    Drawing,

    /// <summary>A list or table that a plug-in makes of other notes when somebody looks.</summary>
    Query,

    /// <summary>A picture inside a notebook.</summary>
    NotebookPicture,

    /// <summary>An output of a notebook without text.</summary>
    Output,

    /// <summary>The end of a long output of a notebook.</summary>
    OutputEnd,

    /// <summary>A running head or foot of a page, or its number.</summary>
    RunningHead,

    /// <summary>A dotted line of contents.</summary>
    ContentsLine,

    /// <summary>A page that shows a part of the slide which the next page shows whole.</summary>
    SlideStep,

    /// <summary>A page whose letters have no meaning, since the file does not say which they are.</summary>
    GarbledPage,

    /// <summary>A table that is data and no notes: numbers alone, or too many rows.</summary>
    DataTable,
}

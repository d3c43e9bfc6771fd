namespace NotesBot.Search.Text;

/// <summary>A word of a text as the index writes it.</summary>
/// <param name="Term">Lower case, without diacritics; an acronym's second reading keeps its capitals.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">Its length in the text.</param>
/// <param name="Step">How many places it stands after the word before it; 0 for a further reading of the same place.</param>
/// <param name="Reading">Which reading of the text it is.</param>
internal readonly record struct Word(string Term, int Start, int Length, int Step, Reading Reading)
{
    internal int End => Start + Length;

    /// <summary>A term that is taken from no text.</summary>
    internal static Word Of(string term) => new(term, 0, 0, 1, Reading.Whole);
}

/// <summary>What a word is to the characters that it was read from.</summary>
internal enum Reading : byte
{
    /// <summary>All of them.</summary>
    Whole,

    /// <summary>A part of an identifier: <c>Gen</c> of <c>ExampleGen</c>.</summary>
    Part,

    /// <summary>An acronym as written, in capitals.</summary>
    Capitals,

    /// <summary>What people call it: gamma for <c>γ</c>.</summary>
    Name,

    /// <summary>It and the words behind it as one: knn for <c>k-NN</c>.</summary>
    Joined,

    /// <summary>It and the next character, in a script without spaces.</summary>
    Pair,
}

using Lucene.Net.Analysis.Miscellaneous;

namespace NotesBot.Search;

/// <summary>Makes letters plain where the runtime cannot, since it works without the tables of ICU.</summary>
public static class Folding
{
    /// <summary>The text with Latin letters without accents, and without combining marks.</summary>
    public static string WithoutAccents(string text)
    {
        var input = text.Where(c => c is < '\u0300' or > '\u036F').ToArray();
        var output = new char[input.Length * 4];
        return new string(output, 0, ASCIIFoldingFilter.FoldToASCII(input, 0, output, 0, input.Length));
    }
}

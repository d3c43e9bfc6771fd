using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;
using NotesBot.Search;

namespace NotesBot.Meaning;

/// <summary>Text as the numbers of a model's vocabulary, by BERT's rules for text without capitals and accents.</summary>
/// <remarks>
/// The library's own folding needs ICU, which this program does without, it lets format signs split words and keeps <c>a_b</c> whole: texts are
/// made plain before it sees them.
/// </remarks>
internal sealed class WordPieces
{
    private readonly BertTokenizer _tokenizer;

    internal WordPieces(string vocabulary) => _tokenizer = BertTokenizer.Create(vocabulary);

    /// <summary>The number of the mark before a text.</summary>
    internal int First => _tokenizer.ClassificationTokenId;

    /// <summary>The number of the mark behind a text.</summary>
    internal int Last => _tokenizer.SeparatorTokenId;

    /// <summary>The tokens of a text, without marks.</summary>
    internal IReadOnlyList<int> Of(string text) => _tokenizer.EncodeToIds(Plain(text), addSpecialTokens: false);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Folding.WithoutAccents(text))
        {
            if (c == '_')
            {
                plain.Append(" _ ");
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }
}

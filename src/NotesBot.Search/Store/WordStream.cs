using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using NotesBot.Search.Text;

namespace NotesBot.Search.Store;

/// <summary>A field of words that were already read: nothing is analyzed.</summary>
internal sealed class WordsField : Field
{
    private readonly IReadOnlyList<Word> _words;

    internal WordsField(string name, IReadOnlyList<Word> words, FieldType type)
        : base(name, type) => _words = words;

    /// <inheritdoc/>
    public override TokenStream GetTokenStream(Analyzer analyzer) => WordStream.Over(_words);
}

/// <summary>
/// Hands words to Lucene. One for each thread: a field is read to its end before the next begins, and making a stream takes longer than
/// reading the few terms of most fields.
/// </summary>
internal sealed class WordStream : TokenStream
{
    [ThreadStatic]
    private static WordStream? _ofThread;

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private IReadOnlyList<Word> _words = [];
    private int _next;

    private WordStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    internal static WordStream Over(IReadOnlyList<Word> words)
    {
        var stream = _ofThread ??= new WordStream();
        (stream._words, stream._next) = (words, 0);
        return stream;
    }

    public override bool IncrementToken()
    {
        if (_next >= _words.Count)
        {
            return false;
        }

        ClearAttributes();
        var word = _words[_next++];
        _term.Append(word.Term);
        _step.PositionIncrement = word.Step;
        return true;
    }
}

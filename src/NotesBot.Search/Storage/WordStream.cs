using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NotesBot.Search.Analysis;

namespace NotesBot.Search.Storage;

/// <summary>Hands words that were already read to Lucene.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly IReadOnlyList<Word> _words;
    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _step;
    private int _next;

    internal WordStream(IReadOnlyList<Word> words)
    {
        _words = words;
        _term = AddAttribute<ICharTermAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
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

using NotesBot.Search;

namespace NotesBot.Meaning;

/// <summary>The vector of a question, beside those of the passages.</summary>
internal sealed class QuestionMeaning : IQuestionMeaning
{
    private readonly SentenceModel _model;
    private readonly VectorTable _table;
    private readonly SimilarityScale _scale;
    private readonly float[] _vector;
    private readonly sbyte[] _packed;
    private readonly float _factor;

    internal QuestionMeaning(SentenceModel model, VectorTable table, SimilarityScale scale, string question)
    {
        (_model, _table, _scale) = (model, table, scale);
        _vector = model.OfQuestion(question);
        _packed = new sbyte[_vector.Length];
        _factor = ByteVector.Pack(_vector, _packed);
    }

    /// <summary>The meaning of what has a vector already.</summary>
    internal QuestionMeaning(SentenceModel model, VectorTable table, SimilarityScale scale, (sbyte[] Numbers, float Factor) vector)
    {
        (_model, _table, _scale) = (model, table, scale);
        (_packed, _factor) = vector;
        _vector = Array.ConvertAll(_packed, number => number * vector.Factor);
    }

    /// <inheritdoc/>
    public void Compare(long[] texts, Span<float> similarities)
    {
        _table.Compare(texts, _packed, _factor, similarities);
        for (var i = 0; i < similarities.Length; i++)
        {
            similarities[i] = OnScale(similarities[i]);
        }
    }

    /// <inheritdoc/>
    public float Compare(string text)
    {
        var vector = _model.OfPassage(text, CancellationToken.None);
        return OnScale(vector.Zip(_vector, (one, other) => one * other).Sum());
    }

    private float OnScale(float cosine) => (float)((cosine - _scale.Unrelated) / (_scale.Same - _scale.Unrelated));
}

namespace NotesBot.Search;

/// <summary>What a sentence model knows of the meaning of passages. Safe to use from many threads.</summary>
public interface ISentenceModel
{
    /// <summary>Whether it knows a language, by its English name; an unknown one is the empty text.</summary>
    bool Knows(string language);

    /// <summary>Takes in a question. <see langword="null"/> while there is no vector to compare it with, or when the model cannot be used.</summary>
    /// <param name="question">As typed, without operators.</param>
    IQuestionMeaning? Read(string question);

    /// <summary>Takes in a passage instead of a question. <see langword="null"/> where it has no vector, or when the model cannot be used.</summary>
    /// <param name="text">Its key, see <see cref="PassageText.Key"/>.</param>
    IQuestionMeaning? Read(long text);

    /// <summary>
    /// Makes the vectors that are missing, newest passages first, and drops those that no passage needs once they are as many as the others.
    /// Computes on the thread that calls it, and is not to be called twice at once. What was made stays when it is stopped.
    /// </summary>
    /// <param name="passages">The passages as they were last committed.</param>
    /// <param name="progress">Hears how far it is, some passages apart; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Stops it within a few passages' time.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="IOException">The disk does not take them; the next call goes on.</exception>
    void Make(IPassageTexts passages, IProgress<VectorProgress>? progress, CancellationToken cancellationToken);

    /// <summary>How far <see cref="Make"/> is with the passages that it was last told of; nothing of nothing before it was.</summary>
    VectorProgress Progress { get; }

    /// <summary>How many of some passages have their vector already. Makes none.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    VectorProgress Count(IPassageTexts passages);

    /// <summary>Why the model cannot be used, a sentence; <see langword="null"/> while nothing says so.</summary>
    string? Fault { get; }
}

/// <summary>How many passages have their vector.</summary>
/// <param name="Made">So many have it.</param>
/// <param name="Of">So many should.</param>
public readonly record struct VectorProgress(int Made, int Of);

/// <summary>How the sentence model of a library is.</summary>
/// <param name="Vectors">How far its vectors are; nothing of nothing where that is not known yet.</param>
/// <param name="Fault">See <see cref="ISentenceModel.Fault"/>.</param>
public sealed record ModelState(VectorProgress Vectors, string? Fault);

/// <summary>The meaning of one question.</summary>
public interface IQuestionMeaning
{
    /// <summary>How near passages are in meaning, -1 to 1, 1 being the same; NaN for one that has no vector (yet).</summary>
    /// <param name="texts">Keys of the passages, see <see cref="PassageText.Key"/>. The same array may be given again and is then faster.</param>
    /// <param name="similarities">Takes a number for each key.</param>
    void Compare(long[] texts, Span<float> similarities);

    /// <summary>How near any text is in meaning; takes some ten milliseconds.</summary>
    float Compare(string text);
}

/// <summary>The text of a passage that its vector is made of.</summary>
/// <param name="Key">Stands for the text: the same in every index, whatever passage or file has it; never 0.</param>
/// <param name="Text">Plain text without headings.</param>
public sealed record PassageText(long Key, string Text);

/// <summary>The texts of the passages of an index, as they were last committed.</summary>
public interface IPassageTexts
{
    /// <summary>The keys of all texts that are to have a vector: not lists of contents, nor notes in languages that the model does not know.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    IReadOnlySet<long> TextKeys(ISentenceModel model);

    /// <summary>Texts whose keys are not known, those of the passages that were written last first; at most <paramref name="count"/>.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    IReadOnlyList<PassageText> TextsWithout(Func<long, bool> isKnown, int count, ISentenceModel model);
}

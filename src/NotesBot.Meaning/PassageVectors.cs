using Microsoft.Extensions.Logging;
using NotesBot.Search;

namespace NotesBot.Meaning;

/// <summary>
/// The vectors of a library's passages and the model that made them. They lie in a file beside the index and belong to texts, not to
/// passages: they survive renames, rebuilds and new schemas of the index, and one that is missing only means no help.
/// </summary>
/// <remarks>Nothing is loaded before the first question or text needs it. Questions may come from many threads; one makes vectors.</remarks>
public sealed class PassageVectors : ISentenceModel, IDisposable
{
    /// <summary>Name of the file in the folder of the index.</summary>
    public const string FileName = "vectors.bin";

    /// <summary>So many vectors are written at a time.</summary>
    private const int Batch = 32;

    private readonly Lock _gate = new();
    private readonly string _model;
    private readonly string _file;
    private readonly ILogger _logger;
    private readonly Lazy<ModelDescription?> _description;
    private readonly Lazy<SentenceModel?> _loaded;
    private VectorTable? _table;
    private VectorFile? _disk;

    /// <summary>Vectors of a library. Reads nothing yet.</summary>
    /// <param name="model">The folder of the model: <c>model.onnx</c>, <c>vocab.txt</c> and <c>model.json</c>.</param>
    /// <param name="index">The folder of the index.</param>
    /// <param name="logger">Where it says, once, why the model cannot be used.</param>
    public PassageVectors(string model, string index, ILogger logger)
    {
        (_model, _file, _logger) = (model, Path.Combine(index, FileName), logger);
        _description = new Lazy<ModelDescription?>(() => OrFault(() => ModelDescription.Read(_model)));
        _loaded = new Lazy<SentenceModel?>(() => OrFault(() => new SentenceModel(_model)));
    }

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public VectorProgress Progress { get; private set; } = new(0, 0);

    /// <inheritdoc/>
    public bool Knows(string language) =>
        _description.Value is { } description && (description.Languages.Count == 0 || description.Languages.Contains(language));

    /// <inheritdoc/>
    public IQuestionMeaning? Read(string question)
    {
        if (!VectorFile.IsThere(_file) || _loaded.Value is not { } model || Table(model) is not { Count: > 0 } table)
        {
            return null;
        }

        return new QuestionMeaning(model, table, ScaleOf(model, table), question);
    }

    /// <inheritdoc/>
    public IQuestionMeaning? Read(long text) =>
        VectorFile.IsThere(_file) && _loaded.Value is { } model && Table(model) is { } table && table.Contains(text)
            ? new QuestionMeaning(model, table, ScaleOf(model, table), table.Of(text))
            : null;

    /// <inheritdoc/>
    public void Make(IPassageTexts passages, IProgress<VectorProgress>? progress, CancellationToken cancellationToken)
    {
        var needed = passages.TextKeys(this);
        if (needed.Count == 0 || _loaded.Value is not { } model || Table(model) is not { } table)
        {
            return;
        }

        Report(table, needed, progress);
        while (passages.TextsWithout(table.Contains, Batch, this) is { Count: > 0 } missing)
        {
            MakeSome(model, table, missing, cancellationToken);
            Report(table, needed, progress);
        }

        Sweep(table, needed);
    }

    /// <inheritdoc/>
    public VectorProgress Count(IPassageTexts passages)
    {
        var needed = passages.TextKeys(this);
        var table = needed.Count > 0 && _loaded.Value is { } model ? Table(model) : null;
        return new VectorProgress(table is null ? 0 : needed.Count(table.Contains), needed.Count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_loaded is { IsValueCreated: true, Value: { } model })
        {
            model.Dispose();
        }
    }

    private void MakeSome(SentenceModel model, VectorTable table, IReadOnlyList<PassageText> texts, CancellationToken cancellationToken)
    {
        var made = new List<long>();
        var packed = new sbyte[model.Dimensions];
        try
        {
            foreach (var text in texts)
            {
                var factor = ByteVector.Pack(model.OfPassage(text.Text, cancellationToken), packed);
                table.Add(text.Key, packed, factor);
                made.Add(text.Key);
            }
        }
        finally
        {
            lock (_gate)
            {
                _disk!.Append(table, made);
            }
        }
    }

    /// <summary>What is not needed is dropped from the file alone: the table of the next start is without it.</summary>
    private void Sweep(VectorTable table, IReadOnlySet<long> needed)
    {
        if (table.Count > 2 * needed.Count)
        {
            lock (_gate)
            {
                var kept = table.Keys.Where(needed.Contains).ToList();
                _disk!.Rewrite(table, kept);
                _table = null;
            }
        }
    }

    private void Report(VectorTable table, IReadOnlySet<long> needed, IProgress<VectorProgress>? progress)
    {
        Progress = new VectorProgress(needed.Count(table.Contains), needed.Count);
        progress?.Report(Progress);
    }

    /// <summary>The table, with what another process may have added to the file meanwhile.</summary>
    private VectorTable? Table(SentenceModel model)
    {
        lock (_gate)
        {
            try
            {
                if (_table is null || !_disk!.ReadOn(_table))
                {
                    _table = new VectorTable(model.Dimensions);
                    _disk = new VectorFile(_file, ModelDescription.IdentityOf(_model), model.Dimensions);
                    _disk.ReadOn(_table);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _logger.VectorsUnreadable(exception.Message);
            }

            return _table;
        }
    }

    private SimilarityScale ScaleOf(SentenceModel model, VectorTable table) => _description.Value?.Scale ?? LibraryScale.Of(model, table);

    private T? OrFault<T>(Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (SentenceModelException exception)
        {
            Fault = exception.Message;
            _logger.ModelUnusable(exception.Message);
            return null;
        }
    }
}

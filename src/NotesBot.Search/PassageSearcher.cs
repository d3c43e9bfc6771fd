using System.Diagnostics;
using Lucene.Net.Index;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Search.Answers;
using NotesBot.Search.Store;
using NotesBot.Search.Suggesting;
using NotesBot.Search.Thesaurus;

namespace NotesBot.Search;

/// <summary>Searches what was last committed to an index, also while it is being written.</summary>
public sealed class PassageSearcher : IPassageSearcher, IPassageTexts, IDisposable
{
    private readonly CommittedReaders _readers;
    private readonly OutsideWords _outside;
    private readonly SearchOptions _options;

    private PassageSearcher(CommittedReaders readers, SearchOptions options, ILogger logger) =>
        (_readers, _options, _outside) = (readers, options, new OutsideWords(options, logger));

    /// <summary>
    /// Asks where there are no notes, so that the first question of a process finds everything loaded that it needs. For a thread beside the
    /// one that starts the program: it takes as long as opening an index.
    /// </summary>
    public static void Prepare()
    {
        using var nothing = new MultiReader();
        var options = new SearchOptions();
        var nowhere = Answering.Of(IndexView.Of(nothing), new OutsideWords(options, NullLogger.Instance), options);
        _ = nowhere.Answer(new SearchRequest("What is not in the notes?"));
    }

    /// <inheritdoc/>
    public LibraryState Library => Reading(view => _options.Model is { } model
        ? view.Library with { Model = new ModelState(model.Progress, model.Fault) }
        : view.Library);

    /// <summary>Opens what was last committed to an index. Takes no lock, and follows new commits.</summary>
    /// <param name="directory">The folder of the index.</param>
    /// <param name="source">What the index has to be of, as the writer was told.</param>
    /// <param name="options">Which words from outside the notes help; <see langword="null"/> for what is part of the program.</param>
    /// <param name="logger">Where it tells what is wrong with them; <see langword="null"/> for nowhere.</param>
    /// <exception cref="IndexUnavailableException">There is none, it is of something else, or it cannot be read.</exception>
    public static PassageSearcher OpenForReading(string directory, string source, SearchOptions? options = null, ILogger? logger = null) =>
        new(new CommittedReaders(IndexOpening.FolderOf(directory), source), options ?? new SearchOptions(), logger ?? NullLogger.Instance);

    /// <summary>Why the index of a folder has to be made anew, a sentence; <see langword="null"/> when it is sound, or when there is none.</summary>
    /// <param name="directory">See <see cref="OpenForReading"/>.</param>
    /// <param name="source">See <see cref="OpenForReading"/>.</param>
    /// <remarks>Reads every byte of it.</remarks>
    public static string? FindDamage(string directory, string source) => IndexOpening.ReasonToRestart(directory, source);

    /// <summary>Reads the owner's words anew where their files have changed.</summary>
    internal void ReloadWords() => _outside.Reload();

    /// <inheritdoc/>
    public Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = Stopwatch.GetTimestamp();
        var answer = Reading(view => Answering.Of(view, _outside, _options).Answer(request));
        return Task.FromResult(answer with { Took = Stopwatch.GetElapsedTime(started) });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Suggestion> Suggest(SuggestRequest request) => Reading(view => Suggestions.Of(view, request));

    /// <inheritdoc/>
    public IReadOnlyList<Passage?> Get(IReadOnlyList<PassageId> ids) => Reading<IReadOnlyList<Passage?>>(view =>
        [.. ids.Select(view.PassageOf)]);

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Read(string path, int first, int count) => Reading<IReadOnlyList<Passage>>(view =>
        [.. view.DocumentsWith(IndexFields.Path, path).Select(view.PassageOf).OfType<Passage>()
            .Where(passage => passage.Ordinal >= first).OrderBy(passage => passage.Ordinal).Take(count)]);

    /// <inheritdoc/>
    public IReadOnlyList<Passage> Browse(int course, int? week, int count) => Reading<IReadOnlyList<Passage>>(view =>
    {
        var documents = week is { } number
            ? view.DocumentsWith(IndexFields.Week, IndexFields.WeekTerm(course, number))
            : view.DocumentsWith(IndexFields.Course, IndexFields.CourseTerm(course));
        return [.. documents.Select(view.PassageOf).OfType<Passage>()
            .OrderBy(passage => passage.Path, StringComparer.Ordinal).ThenBy(passage => passage.Ordinal).Take(count)];
    });

    /// <inheritdoc/>
    public IReadOnlyList<Passage> SeeAlso(PassageId id, int count) => Reading<IReadOnlyList<Passage>>(view =>
        [.. Answering.Of(view, _outside, _options).SeeAlso(id).Take(count)]);

    /// <inheritdoc/>
    public IReadOnlySet<long> TextKeys(ISentenceModel model) => Reading(view => view.TextKeys(model).Select(text => text.Key).ToHashSet());

    /// <inheritdoc/>
    public IReadOnlyList<PassageText> TextsWithout(Func<long, bool> isKnown, int count, ISentenceModel model) =>
        Reading<IReadOnlyList<PassageText>>(view => [.. view.Texts(model, isKnown).Take(count)]);

    /// <inheritdoc/>
    public void Dispose() => _readers.Dispose();

    /// <summary>The records of the files.</summary>
    public IReadOnlyList<IndexedFile> Files() => Reading<IReadOnlyList<IndexedFile>>(static view => [.. view.Files()]);

    /// <summary>There is a new commit.</summary>
    internal void Changed() => _readers.Changed();

    private T Reading<T>(Func<IndexView, T> read)
    {
        try
        {
            using var lease = _readers.Acquire();
            return read(lease.View);
        }
        catch (Exception exception) when (exception is not IndexUnavailableException)
        {
            // Lucene throws nearly anything at damage that opening did not notice.
            throw new IndexUnavailableException("The index cannot be read; run the index command with --rebuild.", exception);
        }
    }
}

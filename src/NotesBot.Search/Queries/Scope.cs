using NotesBot.Search.Store;
using NotesBot.Search.Thesaurus;

namespace NotesBot.Search.Queries;

/// <summary>What a question is asked of: a state of the index, words from outside the notes, and the weights. For one question, on one thread.</summary>
internal sealed class Scope(IndexView view, OutsideWords outside, SearchOptions options)
{
    /// <summary>Finds passages in other words; <see langword="null"/> without a model.</summary>
    internal ISentenceModel? Model { get; } = options.Model;

    internal IndexView View { get; } = view;

    internal OutsideWords Outside { get; } = outside;

    internal Weights Weights { get; } = options.Weights;

    /// <summary>Looks words up in the segments.</summary>
    internal TermReader Terms { get; } = new(view);

    /// <summary>The words that the notes have.</summary>
    internal LibraryWords Words => field ??= new LibraryWords(Terms);
}

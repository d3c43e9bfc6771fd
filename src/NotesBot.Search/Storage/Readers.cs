using Lucene.Net.Index;

namespace NotesBot.Search.Storage;

/// <summary>Lends states of the index: each is whole, and stays readable until its lease ends.</summary>
internal abstract class Readers : IDisposable
{
    /// <summary>The newest state.</summary>
    /// <exception cref="IndexUnavailableException">There is none.</exception>
    internal abstract ViewLease Acquire();

    public abstract void Dispose();
}

/// <summary>A state of the index that is in use.</summary>
internal readonly struct ViewLease(IndexView view, Action<DirectoryReader> release) : IDisposable
{
    internal IndexView View { get; } = view;

    public void Dispose() => release(View.Reader);
}

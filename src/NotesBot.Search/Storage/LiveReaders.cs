using Lucene.Net.Index;
using Lucene.Net.Search;

namespace NotesBot.Search.Storage;

/// <summary>States of an index that is being written, before they are committed.</summary>
internal sealed class LiveReaders(IndexWriter writer) : Readers
{
    private volatile SearcherManager _manager = Follow(writer);
    private int _changes;
    private int _seen;

    /// <summary>Something was written: the next who asks sees it.</summary>
    internal void Changed() => Interlocked.Increment(ref _changes);

    /// <summary>Another writer has taken the place of the one that failed.</summary>
    internal void GoOnWith(IndexWriter writer)
    {
        var failed = _manager;
        _manager = Follow(writer);
        failed.Dispose();
    }

    internal override ViewLease Acquire()
    {
        var manager = _manager;
        var changes = Volatile.Read(ref _changes);
        if (Interlocked.Exchange(ref _seen, changes) != changes)
        {
            manager.MaybeRefreshBlocking();
        }

        var searcher = manager.Acquire();
        return new ViewLease(IndexView.Of((DirectoryReader)searcher.IndexReader), _ => manager.Release(searcher));
    }

    public override void Dispose() => _manager.Dispose();

    private static SearcherManager Follow(IndexWriter writer) => new(writer, applyAllDeletes: true, searcherFactory: null);
}

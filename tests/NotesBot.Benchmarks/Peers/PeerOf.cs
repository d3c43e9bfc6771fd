namespace NotesBot.Benchmarks.Peers;

/// <summary>The peers by name.</summary>
internal static class PeerOf
{
    /// <summary>A peer with its index in a folder.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    internal static IPeer Name(string name, string folder) => name switch
    {
        "notesbot" => new Ours(folder),
        "bm25" => new PlainBm25(folder),
        "lucene-tuned" => new LucenePeer(folder, tuned: true),
        "lucene-default" => new LucenePeer(folder, tuned: false),
        "sqlite" => new Sqlite(folder),
        _ => throw new ArgumentException($"There is no peer {name}.", nameof(name)),
    };
}

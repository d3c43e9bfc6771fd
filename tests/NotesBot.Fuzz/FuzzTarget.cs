using System.Text;

namespace NotesBot.Fuzz;

/// <summary>Something that takes whatever comes.</summary>
/// <param name="name">For the report and names of files.</param>
/// <param name="samples">Inputs as they should be; mutated ones are made of them.</param>
internal abstract class FuzzTarget(string name, IReadOnlyList<byte[]> samples)
{
    /// <summary>For the report and names of files.</summary>
    internal string Name => name;

    /// <summary>Inputs as they should be.</summary>
    internal IReadOnlyList<byte[]> Samples => samples;

    /// <summary>What makes a difference to this target when it is put into an input.</summary>
    internal virtual IReadOnlyList<byte[]> Words => [];

    /// <summary>Processor time that an input may take.</summary>
    internal virtual TimeSpan MaxTime => TimeSpan.FromSeconds(2);

    /// <summary>Takes one input. Throws when it does not do with it what it promises.</summary>
    internal abstract void Take(byte[] input);

    /// <summary>Texts as bytes.</summary>
    protected static IReadOnlyList<byte[]> Bytes(params IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    /// <summary>A promise that must hold.</summary>
    protected static void Hold(bool promise, string what)
    {
        if (!promise)
        {
            throw new BrokenPromiseException(what);
        }
    }
}

/// <summary>A target did not throw, but did something else than it promises.</summary>
internal sealed class BrokenPromiseException(string what) : Exception(what);

using System.IO.Compression;
using System.Runtime.CompilerServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace NotesBot.Notes.Reading.Pdf;

/// <summary>Stands between the parser and the streams of a file: no stream unpacks to more than its limit, and a cancelled reading ends here.</summary>
internal sealed class PdfStreamGuard(CancellationToken cancellationToken) : IFilterProvider
{
    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;
    private long _decodedBytes;
    private long _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();

    /// <summary>The next page has its own allowance of memory.</summary>
    internal void BeginPage() => _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Guarded(_filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Guarded(_filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => _filters.GetAllFilters();

    private GuardedFilter[] Guarded(IReadOnlyList<IFilter> filters)
    {
        Check();
        return [.. filters.Select(filter => new GuardedFilter(filter, this))];
    }

    /// <summary>Forms that draw one another meet this at every step, before the stack is at its end.</summary>
    private void Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new PdfLimitException("Its forms draw one another without an end.");
        }

        if (GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore > PdfLimits.MaxAllocatedBytesOfPage)
        {
            throw new PdfLimitException("A page of it needs too much memory.");
        }
    }

    private void Count(long bytes)
    {
        _decodedBytes += bytes;
        if (_decodedBytes > PdfLimits.MaxDecodedBytes)
        {
            throw new PdfLimitException("It unpacks to more than a gigabyte.");
        }
    }

    private sealed class GuardedFilter(IFilter inner, PdfStreamGuard guard) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            guard.Check();
            var limit = Limit(streamDictionary);
            var size = inner switch
            {
                FlateFilter => Inflated(input, limit),
                RunLengthFilter => RunLength(input.Span),
                LzwFilter when input.Length > PdfLimits.MaxLzwBytes => long.MaxValue,
                _ => 0,
            };
            ThrowIfOver(size, limit);
            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            ThrowIfOver(output.Length, limit);
            guard.Count(output.Length);
            return output;
        }

        private static void ThrowIfOver(long size, int limit)
        {
            if (size > limit)
            {
                throw new PdfLimitException($"A stream of it unpacks to more than {limit >> 20} MiB.");
            }
        }

        /// <summary>The size after unpacking: each length is followed by that many bytes, or by one that is repeated.</summary>
        private static long RunLength(ReadOnlySpan<byte> input)
        {
            long total = 0;
            for (var at = 0; at < input.Length && input[at] != 128;)
            {
                var length = input[at];
                total += length < 128 ? length + 1 : 257 - length;
                at += length < 128 ? length + 2 : 2;
            }

            return total;
        }

        /// <summary>Drawing instructions have no type, or are a form; they grow a hundredfold when they are read.</summary>
        private static int Limit(DictionaryToken dictionary) =>
            dictionary.ContainsKey(NameToken.Length1) || dictionary.ContainsKey(NameToken.Type) && !dictionary.ContainsKey(NameToken.Bbox)
                ? PdfLimits.MaxStreamBytes
                : dictionary.ContainsKey(NameToken.Subtype) && !dictionary.ContainsKey(NameToken.Bbox) ? PdfLimits.MaxStreamBytes : PdfLimits.MaxContentBytes;

        /// <summary>The size after unpacking, found without keeping it. What is broken is left to the parser, which can mend some of it.</summary>
        private static long Inflated(ReadOnlyMemory<byte> input, int limit)
        {
            if (input.Length < 3)
            {
                return 0;
            }

            using var stream = new DeflateStream(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[16 << 10];
            long total = 0;
            try
            {
                for (int read; total <= limit && (read = stream.Read(buffer)) > 0;)
                {
                    total += read;
                }
            }
            catch (InvalidDataException)
            {
                return total;
            }

            return total;
        }
    }
}

/// <summary>A file is beyond a limit. The message is a sentence for the owner of the notes.</summary>
internal sealed class PdfLimitException(string reason) : Exception(reason);

using NotesBot.Notes;

namespace NotesBot.Commands;

/// <summary>
/// Writes an <see cref="ActionState"/> as a short text and reads it back. Whatever a stranger sends is either a state or nothing.
/// </summary>
/// <remarks>
/// The text is <see cref="Prefix"/> and then groups of six bits, the highest first: kind 6, page 6, course 8, week 8 (0 for none),
/// count 4, and for each passage its id in 40 and its start in 12. Each state has one text only, so that equal buttons have equal names.
/// </remarks>
public static class ActionStateCodec
{
    /// <summary>Longest text, in characters; all of them are letters, digits, <c>-</c>, <c>_</c> or <c>.</c>.</summary>
    public const int MaxLength = 95;

    /// <summary>Begins every text: whose it is and which version. A new layout gets a new number, and this one is read for ever.</summary>
    private const string Prefix = "n1.";

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int BitsPerDigit = 6;
    private const int HeaderBits = 32;
    private const int PassageBits = 52;
    private const int StartBits = 12;

    /// <summary>The text of a state, at most <see cref="MaxLength"/> characters.</summary>
    /// <exception cref="ArgumentException">A value of the state is outside the range that it documents.</exception>
    public static string Encode(ActionState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!IsInRange(state))
        {
            throw new ArgumentException($"The state {state} has a value outside its range.", nameof(state));
        }

        var writer = new BitWriter();
        writer.Write((ulong)state.Kind, 6);
        writer.Write((ulong)state.Page, 6);
        writer.Write((ulong)(state.Course ?? 0), 8);
        writer.Write((ulong)(state.Week ?? 0), 8);
        writer.Write((ulong)state.Passages.Count, 4);
        foreach (var passage in state.Passages)
        {
            writer.Write(passage.Id.Value, PassageBits - StartBits);
            writer.Write((ulong)passage.Start, StartBits);
        }

        return Prefix + writer.ToText();
    }

    /// <summary>The state that <see cref="Encode"/> made this text of; <see langword="null"/> for every other text.</summary>
    public static ActionState? Decode(string? text)
    {
        if (text is null || text.Length > MaxLength || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || BitReader.Over(text[Prefix.Length..]) is not { } reader || reader.Remaining < HeaderBits)
        {
            return null;
        }

        var state = ReadHeader(reader);
        var count = (int)reader.Read(4);
        if (reader.Digits != DigitsFor(HeaderBits + count * PassageBits))
        {
            return null;
        }

        state = state with { Passages = [.. Enumerable.Range(0, count).Select(_ => ReadPassage(reader))] };
        return IsInRange(state) && reader.Read(reader.Remaining) == 0 ? state : null;
    }

    private static ActionState ReadHeader(BitReader reader) => new((ActionKind)reader.Read(6))
    {
        Page = (int)reader.Read(6),
        Course = NullIfZero((int)reader.Read(8)),
        Week = NullIfZero((int)reader.Read(8)),
    };

    private static PassageMark ReadPassage(BitReader reader) =>
        new(new PassageId(reader.Read(PassageBits - StartBits)), (int)reader.Read(StartBits));

    private static int? NullIfZero(int number) => number == 0 ? null : number;

    private static int DigitsFor(int bits) => (bits + BitsPerDigit - 1) / BitsPerDigit;

    private static bool IsInRange(ActionState state) =>
        Enum.IsDefined(state.Kind)
        && state.Page is >= 0 and <= ActionState.MaxPage
        && state.Course is null or (>= 1 and <= ActionState.MaxNumber)
        && state.Week is null or (>= 1 and <= ActionState.MaxNumber)
        && state.Passages.Count <= ActionState.MaxPassages
        && state.Passages.All(passage => passage is { Id.Value: <= PassageId.MaxValue, Start: >= 0 and <= PassageMark.MaxStart });

    /// <summary>Collects bits, the highest first, into digits of <see cref="Alphabet"/>.</summary>
    private sealed class BitWriter
    {
        private readonly List<bool> _bits = new(HeaderBits + ActionState.MaxPassages * PassageBits);

        internal void Write(ulong value, int bits)
        {
            for (var bit = bits - 1; bit >= 0; bit--)
            {
                _bits.Add((value >> bit & 1) == 1);
            }
        }

        internal string ToText() =>
            string.Concat(_bits.Chunk(BitsPerDigit).Select(digit => Alphabet[digit.Select((on, i) => on ? 32 >> i : 0).Sum()]));
    }

    /// <summary>Reads what a <see cref="BitWriter"/> wrote.</summary>
    private sealed class BitReader(byte[] digits)
    {
        private int _position;

        internal int Digits => digits.Length;

        internal int Remaining => digits.Length * BitsPerDigit - _position;

        /// <summary>A reader of these digits; <see langword="null"/> when there is a character that is none.</summary>
        internal static BitReader? Over(string text)
        {
            var digits = text.Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal)).ToArray();
            return digits.Contains(-1) ? null : new BitReader([.. digits.Select(digit => (byte)digit)]);
        }

        internal ulong Read(int bits)
        {
            var value = 0UL;
            for (; bits > 0; bits--, _position++)
            {
                value = value << 1 | (uint)(digits[_position / BitsPerDigit] >> BitsPerDigit - 1 - _position % BitsPerDigit & 1);
            }

            return value;
        }
    }
}

namespace NotesBot.Fuzz;

/// <summary>Makes inputs that nobody would write out of ones that somebody did. The same chance gives the same inputs.</summary>
internal sealed class Mutator(FuzzTarget target)
{
    private const int MaxLength = 64 << 10;
    private const int MaxChanges = 6;
    private static readonly byte[] Odd = [0, 1, 9, 10, 13, 0x1B, 0x20, 0x22, 0x27, 0x2D, 0x3C, 0x5B, 0x5C, 0x7B, 0x7F, 0x80, 0xBF, 0xC0, 0xED, 0xF4, 0xFE, 0xFF];

    /// <summary>One input.</summary>
    internal byte[] Make(Random chance)
    {
        var input = Pick(target.Samples, chance).ToList();
        for (var changes = 1 + chance.Next(MaxChanges); changes > 0; changes--)
        {
            Change(input, chance);
        }

        return [.. input.Take(MaxLength)];
    }

    private void Change(List<byte> input, Random chance)
    {
        var at = chance.Next(input.Count + 1);
        var length = chance.Next(1 + Math.Min(input.Count - at, 1 << chance.Next(12)));
        switch (chance.Next(8))
        {
            case 0: Flip(input, at, chance); break;
            case 1: input.Insert(at, Odd[chance.Next(Odd.Length)]); break;
            case 2: input.RemoveRange(at, length); break;
            case 3: input.InsertRange(chance.Next(input.Count + 1), input.GetRange(at, length)); break;
            case 4: Repeat(input, at, Math.Min(length, 40), chance); break;
            case 5 when target.Words.Count > 0: input.InsertRange(at, Pick(target.Words, chance)); break;
            case 6: Splice(input, at, chance); break;
            default: input.Reverse(at, length); break;
        }
    }

    private static void Flip(List<byte> input, int at, Random chance)
    {
        if (at < input.Count)
        {
            input[at] ^= (byte)(1 << chance.Next(8));
        }
    }

    /// <summary>What is cheap once may be dear a thousand times.</summary>
    private static void Repeat(List<byte> input, int at, int length, Random chance)
    {
        var piece = input.GetRange(at, length);
        for (var times = 1 << chance.Next(12); times > 0 && input.Count < MaxLength; times--)
        {
            input.InsertRange(at, piece);
        }
    }

    private void Splice(List<byte> input, int at, Random chance)
    {
        var other = Pick(target.Samples, chance);
        input.RemoveRange(at, input.Count - at);
        input.AddRange(other.Skip(chance.Next(other.Length + 1)));
    }

    private static byte[] Pick(IReadOnlyList<byte[]> from, Random chance) => from[chance.Next(from.Count)];
}

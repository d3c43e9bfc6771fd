namespace NotesBot.Search.Text;

/// <summary>
/// How many slips of the finger lie between a word and others: a letter too much, too few or wrong, or two swapped. A row of the usual
/// table is one number here, a bit for each letter of the word.
/// </summary>
/// <remarks>Source: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances" (2003).</remarks>
internal sealed class Edits
{
    private const int MaxLength = 64;
    private const int Ascii = 128;

    private readonly string _word;
    private readonly ulong[] _places = new ulong[Ascii];

    internal Edits(string word)
    {
        _word = word;
        for (var i = 0; i < Math.Min(word.Length, MaxLength); i++)
        {
            if (word[i] < Ascii)
            {
                _places[word[i]] |= 1UL << i;
            }
        }
    }

    /// <summary>The distance to another word, or <paramref name="limit"/> + 1 when it is more.</summary>
    internal int To(ReadOnlySpan<char> other, int limit)
    {
        if (Math.Abs(_word.Length - other.Length) > limit || _word.Length > MaxLength || other.Length > MaxLength || _word.Length == 0)
        {
            return _word.Length == 0 && other.Length <= limit ? other.Length : limit + 1;
        }

        // Where the number grows and shrinks from one letter of the word to the next, and where it stays on the diagonal.
        var (grows, shrinks, stays) = (ulong.MaxValue, 0UL, 0UL);
        var (distance, last, before) = (_word.Length, 1UL << (_word.Length - 1), 0UL);
        for (var i = 0; i < other.Length; i++)
        {
            var same = PlacesOf(other[i]);
            var swapped = ((~stays & same) << 1) & before;
            stays = (((same & grows) + grows) ^ grows) | same | shrinks | swapped;
            var growsAlong = shrinks | ~(stays | grows);
            var shrinksAlong = stays & grows;
            distance += (growsAlong & last) != 0 ? 1 : (shrinksAlong & last) != 0 ? -1 : 0;
            if (distance - (other.Length - i - 1) > limit)
            {
                return limit + 1;
            }

            growsAlong = (growsAlong << 1) | 1;
            grows = (shrinksAlong << 1) | ~(stays | growsAlong);
            shrinks = growsAlong & stays;
            before = same;
        }

        return distance;
    }

    private ulong PlacesOf(char letter)
    {
        if (letter < Ascii)
        {
            return _places[letter];
        }

        var places = 0UL;
        for (var i = 0; i < _word.Length; i++)
        {
            places |= _word[i] == letter ? 1UL << i : 0;
        }

        return places;
    }
}

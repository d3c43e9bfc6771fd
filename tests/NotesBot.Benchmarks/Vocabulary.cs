using System.Text;

namespace NotesBot.Benchmarks;

/// <summary>
/// Words as often as words are (Zipf: the one of rank r is drawn 1/r as often as the first): those of the sample notes first, made-up names
/// after them, so that the more is written the more words there are, and most of them are rare.
/// </summary>
/// <param name="random">Its seed decides everything.</param>
/// <param name="known">Words of the sample notes, the most frequent first.</param>
internal sealed class Vocabulary(Random random, IReadOnlyList<string> known)
{
    private const int Ranks = 300_000;
    private const double ShareOfForms = 0.15;
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";
    private static readonly string[] Endings = ["s", "ed", "ing"];

    /// <summary>The next word.</summary>
    public string Next()
    {
        var rank = (int)Math.Exp(random.NextDouble() * Math.Log(Ranks));
        var word = rank <= known.Count ? known[rank - 1] : Made(rank);
        return random.NextDouble() < ShareOfForms ? word + Endings[random.Next(Endings.Length)] : word;
    }

    private static string Made(int rank)
    {
        var word = new StringBuilder();
        // Multiplied by a prime first, so that neighbours in rank do not look alike.
        for (var number = (rank * 7919L % 5_000_011) + 70; number > 0; number /= Consonants.Length * Vowels.Length)
        {
            word.Append(Consonants[(int)(number % Consonants.Length)]).Append(Vowels[(int)(number / Consonants.Length % Vowels.Length)]);
        }

        return word.ToString();
    }
}

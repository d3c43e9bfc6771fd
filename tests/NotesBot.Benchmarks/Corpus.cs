using System.Globalization;
using System.Text;

namespace NotesBot.Benchmarks;

/// <summary>
/// Markdown files to measure with, the same ones for the same seed: sentences of the sample notes in which words are exchanged for made-up
/// ones, so that the vocabulary grows with the library as that of real notes does.
/// </summary>
/// <param name="random">Its seed decides everything.</param>
internal sealed class Corpus(Random random)
{
    private const double ShareOfNewWords = 0.15;
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";
    private readonly string[] sentences = Sentences();

    /// <summary>Writes files into a folder, a hundred to a sub-folder.</summary>
    public void Write(string folder, int files)
    {
        for (var number = 0; number < files; number++)
        {
            var path = Path.Combine(folder, PathOf(number));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Note());
        }
    }

    /// <summary>The file with a number, relative to the folder.</summary>
    public static string PathOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"part-{number / 100:0000}/note-{number:000000}.md");

    private string Note()
    {
        var text = new StringBuilder($"# {Heading()}\n");
        for (var section = random.Next(4, 9); section > 0; section--)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Heading()}\n\n");
            text.AppendJoin(' ', Enumerable.Range(0, random.Next(2, 7)).Select(_ => Sentence())).Append('\n');
        }

        return text.ToString();
    }

    private string Heading() => string.Join(' ', Sentence().Split(' ').Take(random.Next(2, 5)));

    private string Sentence() => string.Join(' ', sentences[random.Next(sentences.Length)].Split(' ')
        .Select(word => random.NextDouble() < ShareOfNewWords ? Word() : word));

    // Squaring makes some of the made-up words frequent and most of them rare.
    private string Word()
    {
        var number = (int)(Math.Pow(random.NextDouble(), 2) * 200_000) + 10;
        var word = new StringBuilder();
        for (; number > 0; number /= Consonants.Length * Vowels.Length)
        {
            word.Append(Consonants[number % Consonants.Length]).Append(Vowels[number / Consonants.Length % Vowels.Length]);
        }

        return word.ToString();
    }

    private static string[] Sentences()
    {
        var notes = Directory.EnumerateFiles(SampleNotes(), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return [.. notes.SelectMany(File.ReadLines)
            .Where(line => line.Length > 40 && char.IsLetter(line[0]))
            .SelectMany(line => line.Split(". ", StringSplitOptions.RemoveEmptyEntries))
            .Select(sentence => sentence.Trim().TrimEnd('.') + '.')];
    }

    private static string SampleNotes()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "NotesBot.sln")))
            {
                return Path.Combine(folder, "notes");
            }
        }

        throw new DirectoryNotFoundException("The sample notes are not above the program: run it from its folder in the repository.");
    }
}

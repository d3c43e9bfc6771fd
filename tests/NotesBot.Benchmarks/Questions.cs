using NotesBot.Notes;

namespace NotesBot.Benchmarks;

/// <summary>Questions of each kind that people type, made from passages of a library: the same ones for the same seed.</summary>
/// <param name="random">Its seed decides everything.</param>
internal sealed class Questions(Random random)
{
    private const int Seed = 1;

    /// <summary>The kinds, in the order in which they are reported.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["keyword", "question", "typo", "beginning", "unanswerable"];

    /// <summary>So many questions to passages from all over a library, the kinds in turn.</summary>
    public static IReadOnlyList<Question> Of(int passages, int count)
    {
        var questions = new Questions(new Random(Seed));
        return [.. Corpus.Some(passages, count).Select((passage, number) => Kinds[number % Kinds.Count] is var kind
            ? new Question(kind, questions.Of(kind, passage)) : default)];
    }

    private string Of(string kind, Passage passage)
    {
        var words = WordsOf(passage);
        return kind switch
        {
            "keyword" => string.Join(' ', words),
            "question" => $"what is the {words[0]} of a {words[1]} and how does it help with {words[2]}?",
            "typo" => string.Join(' ', words.Select(WithSlip)),
            "beginning" => $"{words[0]} {words[1]} {words[2][..Math.Max(3, words[2].Length - 3)]}",
            _ => $"qu{words[0]}x zw{words[1]}q",
        };
    }

    private string[] WordsOf(Passage passage)
    {
        var words = passage.Text.Split([' ', '\n', '.', ',', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 4 && word.All(char.IsAsciiLetter)).DefaultIfEmpty("notes").ToList();
        var first = random.Next(words.Count);
        return [words[first], words[(first + 1) % words.Count], words[(first + 3) % words.Count]];
    }

    private string WithSlip(string word)
    {
        var at = random.Next(1, word.Length - 1);
        return word.Remove(at, 1);
    }
}

/// <summary>What is asked.</summary>
/// <param name="Kind">One of <see cref="Questions.Kinds"/>.</param>
/// <param name="Text">The question.</param>
internal readonly record struct Question(string Kind, string Text);

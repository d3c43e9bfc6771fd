using System.Globalization;
using System.Text;

namespace NotesBot.Library.Tests;

/// <summary>
/// A Markdown note of sections, prose, lists, tables, code and quotes in which many words stand only once, and where each of these stands, kept
/// while the note is written and not read from it.
/// </summary>
internal sealed class GeneratedNote
{
    private static readonly string[] Plain = ["data", "model", "the", "changes", "slowly", "label", "we", "release", "often", "quality", "of", "share"];
    private static readonly string[] Syllables = ["ba", "ko", "ri", "mu", "te", "lo", "vi", "ne", "du", "za"];

    private readonly Random _random;
    private readonly int _seed;
    private readonly List<string> _lines = [];
    private readonly Dictionary<string, int> _slugs = new(StringComparer.Ordinal);
    private readonly List<string> _leads = [];
    private readonly List<Landmark> _landmarks = [];
    private (string Text, string Anchor)? _heading;
    private int _level;
    private int _words;

    public GeneratedNote(int seed)
    {
        (_seed, _random) = (seed, new Random(seed));
        for (var block = _random.Next(2, 30); block > 0; block--)
        {
            WriteBlock();
            _lines.AddRange(Enumerable.Repeat("", _random.Next(1, 3)));
        }
    }

    /// <summary>The lines of the file.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Heads of tables and items with items below them, which are shown above what they lead to wherever that stands.</summary>
    public IReadOnlyList<string> Leads => _leads;

    /// <summary>The words that stand only once.</summary>
    public IReadOnlyList<Landmark> Landmarks => _landmarks;

    private void WriteBlock()
    {
        switch (_random.Next(9))
        {
            case 0 or 1 or 2:
                WriteHeading();
                break;
            case 3:
                WriteLines(_random.Next(1, 8), line => line % 3 == 2 ? $"  - {Sentence()}" : Lead($"- {Sentence()}"));
                break;
            case 4:
                _lines.AddRange([Lead($"| {Word()} | {Word()} |"), "| --- | --- |"]);
                WriteLines(_random.Next(1, 12), _ => $"| {Word()} | {Sentence()} |");
                break;
            case 5:
                _lines.Add("```python");
                WriteLines(_random.Next(1, 6), _ => $"{Word()} = {Word()}({_random.Next(9)})");
                _lines.Add("```");
                break;
            case 6:
                WriteLines(_random.Next(1, 4), _ => $"> {Sentence()}");
                break;
            default:
                WriteLines(_random.Next(1, 12), _ => Sentence());
                break;
        }
    }

    /// <summary>A heading by its signs or by a line below it, at most one level deeper than the one before; some have the same words.</summary>
    private void WriteHeading()
    {
        _level = _random.Next(1, Math.Min(4, _level + 1) + 1);
        var text = _random.Next(4) == 0 ? "Quality & Share: more" : $"The {Plain[_random.Next(Plain.Length)]} (part {_random.Next(9)})";
        var slug = string.Concat(text.ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-')).Replace(' ', '-');
        var before = _slugs.GetValueOrDefault(slug);
        _slugs[slug] = before + 1;
        _heading = (text, before == 0 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{before}"));
        _lines.AddRange(_level < 3 && _random.Next(4) == 0 ? [text, new string(_level == 1 ? '=' : '-', text.Length)] : [$"{new string('#', _level)} {text}"]);
    }

    private string Lead(string line)
    {
        _leads.Add(line);
        return line;
    }

    private void WriteLines(int count, Func<int, string> line)
    {
        for (var i = 0; i < count; i++)
        {
            _lines.Add(line(i));
        }
    }

    private string Sentence()
    {
        var words = Enumerable.Range(0, _random.Next(3, 16)).Select(_ => _random.Next(6) == 0 ? Word() : Plain[_random.Next(Plain.Length)]);
        return $"It {string.Join(' ', words)}.";
    }

    /// <summary>A word that stands in the line to come, and nowhere else, not in a note of another seed either.</summary>
    private string Word()
    {
        var word = new StringBuilder("q");
        for (var number = (_seed * 1_000) + ++_words; number > 0; number /= Syllables.Length)
        {
            word.Append(Syllables[number % Syllables.Length]);
        }

        _landmarks.Add(new Landmark(word.ToString(), _lines.Count + 1, _heading?.Text, _heading?.Anchor));
        return word.ToString();
    }
}

/// <summary>A word that stands only once.</summary>
/// <param name="Word">The word.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Heading">The nearest heading above it; <see langword="null"/> before the first, where it belongs to the title.</param>
/// <param name="Anchor">Where GitHub's page has that heading.</param>
internal sealed record Landmark(string Word, int Line, string? Heading, string? Anchor);

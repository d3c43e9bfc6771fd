using System.Text.RegularExpressions;
using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Text;

namespace NotesBot.Search.Answers;

/// <summary>Finds the line of the syllabus that names a topic of which there are no notes.</summary>
internal sealed partial class SyllabusFinder(Scope scope, IReadOnlyList<ScoredMeaning> meanings)
{
    /// <summary>For each word of the query what it may mean: a term, or all those that an acronym stands for.</summary>
    private readonly List<List<IReadOnlyList<string>>> _words = [.. meanings.Where(meaning => !meaning.Word.IsStop).Select(ReadingsOf)];

    /// <summary>The line that names the topic; none where a line that names it has notes.</summary>
    internal SyllabusMatch? Find(SearchRequest request)
    {
        var named = _words.Count == 0 ? [] : Lines(request).Where(line => Share(line) >= scope.Weights.Answers.Title).ToList();
        return named.Exists(line => line.HasNotes) ? null : named.MaxBy(Share);
    }

    private IEnumerable<SyllabusMatch> Lines(SearchRequest request)
    {
        foreach (var course in scope.View.Library.Syllabus.Courses.Where(course => request.Course is null || request.Course == course.Number))
        {
            if (request.Week is null)
            {
                yield return new SyllabusMatch(course, null, HasNotes(course.Number, null));
            }

            foreach (var week in course.Weeks.Where(week => request.Week is null || request.Week == week.Number))
            {
                yield return new SyllabusMatch(course, week, HasNotes(course.Number, week.Number));
            }
        }
    }

    private bool HasNotes(int course, int? week) => scope.View.Library.PassagesByWeek
        .Any(pair => pair.Key.Course == course && pair.Key.Week != 0 && (week is null || pair.Key.Week == week) && pair.Value > 0);

    /// <summary>Share of the title, or of one of the topics that it lists, that the query names; 0 when a word of the query is in none.</summary>
    private double Share(SyllabusMatch line)
    {
        var title = TitleOf(line);
        return Topics().Split(title).Append(title).Max(Share);
    }

    /// <summary>What the line is called; empty without a title.</summary>
    internal static string TitleOf(SyllabusMatch line) => (line.Week is null ? line.Course.Title : line.Week.Title) ?? "";

    /// <summary>What stands between topics that a title lists: "Quantization, pruning &amp; distillation".</summary>
    [GeneratedRegex(@"[,;:/&+()|–—]|\s-\s|\s(?:and|und|et|y|e|en)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Topics();

    private double Share(string topic)
    {
        var title = WordReader.Read(topic)
            .Where(word => word.Reading == Reading.Whole && !StopWords.Contains(word.Term)).Select(word => word.Term).ToList();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var readings in _words)
        {
            if (readings.Find(terms => terms.All(title.Contains)) is not { } found)
            {
                return 0;
            }

            named.UnionWith(found);
        }

        return title.Count(named.Contains) / (double)Math.Max(1, title.Count);
    }

    private static List<IReadOnlyList<string>> ReadingsOf(ScoredMeaning meaning)
    {
        var sure = meaning.Variants.Where(variant => variant.Tier is Tier.Exact or Tier.Stem or Tier.Corrected or Tier.Beginning or Tier.Acronym);
        return [[meaning.Word.Term], .. sure.Select(variant => variant.Terms)];
    }
}

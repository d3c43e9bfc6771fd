using NotesBot.Search.Analysis;
using NotesBot.Search.Expansion;
using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Answers;

/// <summary>Finds the line of the syllabus that names a topic of which there are no notes.</summary>
internal sealed class SyllabusFinder(LibraryState library, IReadOnlyList<ScoredMeaning> meanings)
{
    /// <summary>So much of a title has to be asked for: a word of a long title is no topic.</summary>
    private const double MinShare = 0.5;

    private readonly List<HashSet<string>> _words = [.. meanings.Where(meaning => !meaning.Word.IsStop).Select(TermsOf)];

    internal SyllabusMatch? Find(SearchRequest request) =>
        _words.Count == 0 ? null : Lines(request).Where(line => !line.HasNotes).MaxBy(Share) is { } best && Share(best) >= MinShare ? best : null;

    private IEnumerable<SyllabusMatch> Lines(SearchRequest request)
    {
        foreach (var course in library.Syllabus.Courses.Where(course => request.Course is null || request.Course == course.Number))
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

    private bool HasNotes(int course, int? week) => library.PassagesByWeek
        .Any(pair => pair.Key.Course == course && pair.Key.Week != 0 && (week is null || pair.Key.Week == week) && pair.Value > 0);

    /// <summary>Share of the title that the query names; 0 when a word of the query is not in the title.</summary>
    private double Share(SyllabusMatch line)
    {
        var title = WordReader.Read((line.Week is null ? line.Course.Title : line.Week.Title) ?? "")
            .Where(word => word.Reading == Reading.Whole && !StopWords.Contains(word.Term)).Select(word => word.Term).ToList();
        return _words.TrueForAll(terms => title.Exists(terms.Contains))
            ? title.Count(term => _words.Exists(terms => terms.Contains(term))) / (double)Math.Max(1, title.Count)
            : 0;
    }

    private static HashSet<string> TermsOf(ScoredMeaning meaning)
    {
        var tiers = meaning.Variants.Where(variant => variant.Terms.Count == 1 && variant.Tier is Tier.Exact or Tier.Stem or Tier.Corrected or Tier.Beginning);
        return [.. tiers.Select(variant => variant.Terms[0]).Append(meaning.Word.Term)];
    }
}

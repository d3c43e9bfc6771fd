using System.Diagnostics;
using System.Globalization;
using NotesBot.Search;

namespace NotesBot.Benchmarks;

/// <summary>Figures of a whole library on this machine: indexing, size of the index, full answers of each kind, memory.</summary>
internal static class Measurement
{
    private const int OfEachKind = 200;

    /// <summary>Makes a library of so many files, measures, and prints a line a figure.</summary>
    public static async Task PrintAsync(int files, TextWriter output)
    {
        using var library = new Library(files);
        var started = Stopwatch.GetTimestamp();
        var passages = library.MakeIndex();
        var indexing = Stopwatch.GetElapsedTime(started);
        await WriteAsync(output, $"files {files}, passages {passages}, text {library.TextBytes / 1e6:0.0} MB");
        await WriteAsync(output, $"indexing {indexing.TotalSeconds:0.0} s, {passages / indexing.TotalSeconds:0} passages a second");
        await WriteAsync(output, $"index {library.IndexBytes / 1e6:0.0} MB, {library.IndexBytes / (double)library.TextBytes:0.00} of the text");
        await PrintAnswersAsync(library, files, output);
        using var process = Process.GetCurrentProcess();
        await WriteAsync(output, $"peak memory {process.PeakWorkingSet64 / 1e6:0} MB");
    }

    private static async Task PrintAnswersAsync(Library library, int files, TextWriter output)
    {
        using var searcher = library.Open();
        var passages = Library.Some(searcher, OfEachKind, files);
        var questions = new Questions(new Random(1));
        foreach (var kind in Questions.Kinds)
        {
            var asked = passages.Select(passage => questions.Of(kind, passage)).ToList();
            await TimesAsync(searcher, asked);
            var times = await TimesAsync(searcher, asked);
            times.Sort();
            await WriteAsync(output, $"{kind,-14} p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms, mean {times.Average():0.00} ms");
        }
    }

    /// <summary>Milliseconds of each question, asked one after the other.</summary>
    private static async Task<List<double>> TimesAsync(PassageSearcher searcher, List<string> questions)
    {
        var times = new List<double>(questions.Count);
        foreach (var question in questions)
        {
            var answer = await searcher.SearchAsync(new SearchRequest(question), CancellationToken.None);
            times.Add(answer.Took.TotalMilliseconds);
        }

        return times;
    }

    private static Task WriteAsync(TextWriter output, FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}

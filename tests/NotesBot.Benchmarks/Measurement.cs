using System.Diagnostics;
using System.Text.Json;
using NotesBot.Benchmarks.Peers;

namespace NotesBot.Benchmarks;

/// <summary>Figures of one peer in a process of its own: making the index, or asking it. Each prints a line of JSON.</summary>
internal static class Measurement
{
    private const int Batch = 2_000;
    private const int Asked = 500;
    private const int Changes = 40;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(8);

    /// <summary>Makes the index of a library; only the time in the peer counts, not that of making up the text.</summary>
    public static void Index(string name, string folder, int passages)
    {
        Directory.CreateDirectory(folder);
        var (clock, text) = (new Stopwatch(), 0L);
        using (var peer = PeerOf.Name(name, folder))
        {
            foreach (var notes in Corpus.Notes(passages).Chunk(Batch))
            {
                text += notes.Sum(note => note.File.Size);
                clock.Start();
                peer.Add(notes);
                clock.Stop();
            }

            clock.Start();
            peer.Commit();
            clock.Stop();
        }

        var bytes = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Print(new()
        {
            ["seconds"] = clock.Elapsed.TotalSeconds,
            ["passagesPerSecond"] = passages / clock.Elapsed.TotalSeconds,
            ["textBytes"] = text,
            ["indexBytes"] = bytes,
            ["indexPeakBytes"] = PeakMemory(),
        });
    }

    /// <summary>Asks the index that <see cref="Index"/> made: one thread, two threads, and one thread while notes change.</summary>
    public static void Ask(string name, string folder, int passages)
    {
        var questions = Questions.Of(passages, Asked);
        var started = Stopwatch.GetTimestamp();
        using var peer = PeerOf.Name(name, folder);
        peer.Open();
        peer.Answer(questions[0].Text);
        var first = Stopwatch.GetElapsedTime(started);
        Warm(peer, questions);
        var times = TimesOf(peer, questions);
        var figures = new Dictionary<string, double> { ["firstMs"] = first.TotalMilliseconds };
        AddTimes(figures, "", times);
        foreach (var kind in Questions.Kinds)
        {
            AddTimes(figures, kind + ".", times.Where((_, number) => questions[number].Kind == kind));
        }

        figures["perSecond1"] = 1000 / times.Average(time => time.Wall);
        if (name != "sqlite")
        {
            // A connection of SQLite is for one thread.
            figures["perSecond2"] = OnTwoThreads(peer, questions);
        }

        figures["askPeakBytes"] = PeakMemory();
        Print(figures);
    }

    /// <summary>Answers one question and nothing else, to be timed as a whole process.</summary>
    public static void First(string name, string folder, string question)
    {
        using var peer = PeerOf.Name(name, folder);
        peer.Open();
        peer.Answer(question);
    }

    /// <summary>Hands changed notes to the index one after the other; each counts until a question that only it answers finds it.</summary>
    public static void Change(string name, string folder, int passages)
    {
        using var peer = PeerOf.Name(name, folder);
        var times = new List<double>();
        foreach (var (note, number) in Corpus.Notes(Math.Min(passages, 10 * Changes)).Take(Changes).Select((note, number) => (note, number)))
        {
            var word = $"xqz{string.Concat($"{number}".Select(digit => (char)('k' + digit - '0')))}";
            var changed = note.Passages[0] with { Text = $"The word is {word}." };
            var started = Stopwatch.GetTimestamp();
            peer.Change(note with { Passages = [changed] });
            var seen = peer.Answer(word).Any(snippet => snippet.Contains(word, StringComparison.Ordinal));
            times.Add(seen ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : double.NaN);
        }

        times.Sort();
        Print(new() { ["changeP50Ms"] = times[times.Count / 2], ["changeMaxMs"] = times[^1] });
    }

    /// <summary>Asks for some seconds without looking: a bot answers for weeks, its code long compiled for good.</summary>
    private static void Warm(IPeer peer, IReadOnlyList<Question> questions)
    {
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; Stopwatch.GetElapsedTime(started) < Warming; number++)
        {
            peer.Answer(questions[number % questions.Count].Text);
        }
    }

    private static List<Took> TimesOf(IPeer peer, IReadOnlyList<Question> questions)
    {
        var times = new List<Took>(questions.Count);
        foreach (var question in questions)
        {
            var (started, onCore) = (Stopwatch.GetTimestamp(), ThreadClock.Now);
            peer.Answer(question.Text);
            times.Add(new Took(Stopwatch.GetElapsedTime(started).TotalMilliseconds, ThreadClock.Now - onCore));
        }

        return times;
    }

    private static double OnTwoThreads(IPeer peer, IReadOnlyList<Question> questions)
    {
        var started = Stopwatch.GetTimestamp();
        Parallel.ForEach(questions, new ParallelOptions { MaxDegreeOfParallelism = 2 }, question => peer.Answer(question.Text));
        return questions.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void AddTimes(Dictionary<string, double> figures, string prefix, IEnumerable<Took> times)
    {
        var list = times.ToList();
        var (wall, core) = (list.Select(time => time.Wall).Order().ToList(), list.Select(time => time.Core).Order().ToList());
        (figures[prefix + "p50"], figures[prefix + "p99"], figures[prefix + "mean"]) = (wall[wall.Count / 2], wall[wall.Count * 99 / 100], wall.Average());
        (figures[prefix + "coreP99"], figures[prefix + "coreMean"]) = (core[core.Count * 99 / 100], core.Average());
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static void Print(Dictionary<string, double> figures) => Console.WriteLine(JsonSerializer.Serialize(figures));

    /// <summary>Milliseconds that an answer took.</summary>
    /// <param name="Wall">By the clock on the wall: what a person waits.</param>
    /// <param name="Core">On a core: what remains of it on a machine that does nothing else.</param>
    private readonly record struct Took(double Wall, double Core);
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NotesBot.Discord.Simulator;

namespace NotesBot.Soak;

/// <summary>People who ask about topics that are in the notes, were, or never were; and what the replies prove.</summary>
internal sealed partial class Asker(DiscordSimulator discord, Ledger ledger, Faults faults, Random random)
{
    /// <summary>So long after the fetch nothing may come from a passage that it took away.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly string[] General = ["drift", "learning", "what goes on", "zebra crossing", "everything"];
    private int _people;

    /// <summary>How long each reply took, in milliseconds.</summary>
    public ConcurrentQueue<double> Latencies { get; } = new();

    /// <summary>How long after the fetch something gone was still shown, in milliseconds, within the grace or not.</summary>
    public ConcurrentQueue<double> Stale { get; } = new();

    /// <summary>Asks one question and judges the reply.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        var asked = TimeProvider.System.GetUtcNow();
        var query = Query();
        var person = new Person(90_000_000_000_000_000 + (ulong)Interlocked.Increment(ref _people), "somebody");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var sent = await discord.CommandAsync(Scene.InGuild(person), "find", [new OptionValue("query", query)], patience.Token);
            var text = (await sent.MessageAsync(patience.Token)).Text;
            Latencies.Enqueue((TimeProvider.System.GetUtcNow() - asked).TotalMilliseconds);
            Judge(query, text, asked);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            faults.Add($"no reply within {Patience.TotalSeconds:0} s to {query}");
        }
    }

    private string Query()
    {
        lock (random)
        {
            var kind = random.Next(10);
            var topics = ledger.Topics.Where(topic => topic.IsThere == kind < 7).ToList();
            return kind == 9 || topics.Count == 0 ? General[random.Next(General.Length)] : topics[random.Next(topics.Count)].Topic;
        }
    }

    private void Judge(string query, string text, DateTimeOffset asked)
    {
        var shown = Proof().Matches(text).Select(match => match.Value).ToList();
        foreach (var gone in shown.Select(word => (Word: word, For: ledger.GoneFor(word, asked))).Where(gone => gone.For is not null))
        {
            Stale.Enqueue(gone.For!.Value.SinceFetch.TotalMilliseconds);
            if (gone.For.Value.SinceFetch > Grace)
            {
                faults.Add($"{gone.Word} was shown {gone.For.Value.SinceFetch.TotalSeconds:0.00} s after the fetch that took it away");
            }
        }

        if (ledger.MustShow(query, asked, Grace) && !shown.Exists(word => ledger.TryTopic(word, out var topic) && topic == query))
        {
            faults.Add($"{query} is in the notes and was not shown: {text.ReplaceLineEndings(" ")}");
        }
    }

    [GeneratedRegex("zz[a-p]{10}")]
    private static partial Regex Proof();
}

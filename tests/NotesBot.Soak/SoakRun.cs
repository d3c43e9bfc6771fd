using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using NotesBot.Discord.Simulator;

namespace NotesBot.Soak;

/// <summary>What a soak is like.</summary>
/// <param name="Program">The bot's program.</param>
/// <param name="Length">How long it goes.</param>
/// <param name="Seed">What all chance comes from.</param>
/// <param name="Folder">Gets what is written.</param>
internal sealed record SoakPlan(string Program, TimeSpan Length, int Seed, string Folder)
{
    /// <summary>Between two commits.</summary>
    public TimeSpan CommitEvery { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Between two questions: 20 a second.</summary>
    public TimeSpan AskEvery { get; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Between two measurements.</summary>
    public TimeSpan MeasureEvery { get; } = TimeSpan.FromSeconds(5);

    public string Remote => Path.Combine(Folder, "remote.git");

    public string Index => Path.Combine(Folder, "index");
}

/// <summary>The bot follows a repository that is pushed to all the time, while people ask.</summary>
internal sealed class SoakRun(SoakPlan plan)
{
    private const string Secret = "soak-secret";
    private readonly Ledger _ledger = new();
    private readonly List<Sample> _samples = [];
    private readonly int _port = FreePort();
    private int _questions;

    /// <summary>Runs it to its end.</summary>
    public async Task<SoakReport> RunAsync()
    {
        Directory.CreateDirectory(plan.Folder);
        using var faults = new Faults(Path.Combine(plan.Folder, "faults.log"));
        using var remote = new Remote(plan.Remote);
        var library = new Library(new Random(plan.Seed), _ledger);
        remote.Push(library.Begin(), instead: false);
        _ledger.Made(TimeProvider.System.GetUtcNow());
        await using var discord = await DiscordSimulator.StartAsync(new SimulatorOptions());
        await using var bot = new Bot(plan, discord, _port, Secret, faults)
        {
            Fetched = commit => _ledger.Fetched(remote.NumberOf(commit), TimeProvider.System.GetUtcNow()),
        };
        await ReadyAsync();
        var asker = new Asker(discord, _ledger, faults, new Random(plan.Seed + 1));
        using var ending = new CancellationTokenSource(plan.Length);
        var asking = AskAsync(asker, ending.Token);
        await Task.WhenAll(CommitAsync(remote, library, faults, ending.Token), MeasureAsync(bot, faults, ending.Token), asking);
        var exitCode = await bot.EndAsync();
        return Report(asker, faults, discord, exitCode);
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{_port}/health/ready"));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        throw new TimeoutException("The bot did not become ready; bot.log says more.");
    }

    private async Task CommitAsync(Remote remote, Library library, Faults faults, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        using var timer = new PeriodicTimer(plan.CommitEvery, TimeProvider.System);
        for (var number = 1; await TickAsync(timer, cancellationToken); number++)
        {
            remote.Push(library.Change(), instead: number % 100 == 0);
            _ledger.Made(TimeProvider.System.GetUtcNow());
            using var answer = await http.SendAsync(Hook(), CancellationToken.None);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                faults.Add($"the webhook was answered with {(int)answer.StatusCode}");
            }
        }
    }

    private HttpRequestMessage Hook()
    {
        var body = "{\"ref\":\"refs/heads/main\"}"u8.ToArray();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Secret), body));
        return new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{_port}/hooks/notes"))
        {
            Content = new ByteArrayContent(body),
            Headers = { { "X-Hub-Signature-256", "sha256=" + signature } },
        };
    }

    private async Task AskAsync(Asker asker, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(plan.AskEvery, TimeProvider.System);
        var started = TimeProvider.System.GetTimestamp();
        var asked = new List<Task>();
        while (await TickAsync(timer, cancellationToken))
        {
            // A tick that came late asks for those that were missed.
            var due = TimeProvider.System.GetElapsedTime(started) / plan.AskEvery;
            for (; _questions < due; _questions++)
            {
                asked.Add(Task.Run(() => asker.AskAsync(CancellationToken.None), CancellationToken.None));
            }

            asked.RemoveAll(task => task.IsCompletedSuccessfully);
        }

        await Task.WhenAll(asked);
    }

    private async Task MeasureAsync(Bot bot, Faults faults, CancellationToken cancellationToken)
    {
        await using var csv = new StreamWriter(Path.Combine(plan.Folder, "soak.csv"));
        await csv.WriteLineAsync("seconds,questions,memory,handles,threads,index,clone,faults");
        using var timer = new PeriodicTimer(plan.MeasureEvery, TimeProvider.System);
        var started = TimeProvider.System.GetTimestamp();
        while (await TickAsync(timer, cancellationToken))
        {
            if (bot.Measure(plan) is not { } holdings)
            {
                faults.Add("the bot has ended");
                return;
            }

            var sample = new Sample(TimeProvider.System.GetElapsedTime(started), holdings);
            _samples.Add(sample);
            await csv.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{sample.At.TotalSeconds:0},{_questions},{holdings.Memory},{holdings.Handles},{holdings.Threads},{holdings.Index},{holdings.CloneFolder},{faults.Count}"));
            await csv.FlushAsync(CancellationToken.None);
        }
    }

    private SoakReport Report(Asker asker, Faults faults, DiscordSimulator discord, int exitCode)
    {
        foreach (var violation in discord.Violations)
        {
            faults.Add(violation.ToString());
        }

        if (exitCode != 0)
        {
            faults.Add($"the bot ended with {exitCode}");
        }

        return new SoakReport(_questions, [.. asker.Latencies], [.. asker.Stale], _ledger.FetchDelays, _samples, faults.All);
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // The program is told its port, so that it cannot be 0.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

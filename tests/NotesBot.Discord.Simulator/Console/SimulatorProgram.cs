using System.CommandLine;
using NotesBot.Discord.Simulator.Http;
using NotesBot.Discord.Simulator.Pages;
using NotesBot.Discord.Simulator.Storm;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>The stand-in as a program: a console for a person, or for a script.</summary>
internal static class SimulatorProgram
{
    private static readonly Option<int> Port = new("--port") { Description = "Port of REST and gateway; 0 takes a free one" };
    private static readonly Option<string> Token = new("--token")
    {
        Description = "The bot token that is right",
        DefaultValueFactory = _ => new SimulatorOptions().Token,
    };

    private static readonly Option<FileInfo?> Record = new("--record") { Description = "Write every request to this file, a line each" };

    private static readonly Option<string[]> Fault = new("--fault")
    {
        Description = $"What goes wrong, such as zombie or cut@30: {FaultCommand.Names}",
    };

    private static readonly Option<FileInfo?> Script = new("--script") { Description = "Read the lines of the console from this file" };
    private static readonly Option<string> Pages = new("--pages")
    {
        Description = "Where the console's \"page\" writes to",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<int> Width = new("--width") { Description = "Columns of a message", DefaultValueFactory = _ => 60 };
    private static readonly Option<string?> Endpoint = new("--http") { Description = "Send interactions to this URL, signed" };
    private static readonly Option<string?> PrivateKey = new("--private-key") { Description = "Seed of the Ed25519 key, 64 hex digits" };

    /// <summary>Runs; 0 when no rule was broken and each line of a script could be done, else 1.</summary>
    public static Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("A stand-in for Discord: strict, on loopback, with a console") { Port, Token, Record, Fault, Script,
            Pages, Width, Endpoint, PrivateKey };
        Array.ForEach(StormMode.Options, root.Options.Add);
        root.SetAction(ServeAsync);
        return root.Parse(arguments).InvokeAsync();
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var key = parsed.GetValue(PrivateKey) is { } seed ? SigningKey.FromSeed(seed) : SigningKey.Create();
        var file = parsed.GetValue(Record);
        await using var record = file is null ? null : new StreamWriter(file.FullName);
        var storm = StormMode.PlanOf(parsed);
        var options = new SimulatorOptions
        {
            Port = parsed.GetValue(Port),
            Token = parsed.GetValue(Token)!,
            Record = record,
            PublicKey = key.PublicKey
        };
        await using var discord = await DiscordSimulator.StartAsync(
            storm is null ? options : StormRun.Options(options), cancellationToken);
        var script = parsed.GetValue(Script);
        using var input = script is null ? System.Console.In : script.OpenText();
        var screen = ScreenFor(input, isScript: script is not null);
        Greet(screen, discord, parsed.GetValue(Endpoint) is null ? null : key.PublicKey);
        var faults = parsed.GetValue(Fault) ?? [];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var planned = Task.WhenAll(faults.Select(fault => ApplyAsync(discord, fault, stop.Token)));
        var endpoint = parsed.GetValue(Endpoint);
        using var caller = endpoint is null ? null : new EndpointCaller(discord, new Uri(endpoint), key, TimeProvider.System);
        IDelivery delivery = caller is null ? new GatewayDelivery(discord) : new HttpDelivery(discord, caller, key, screen);
        var isGood = storm is null
            ? await ChatAsync(discord, ChatFor(discord, delivery, screen, parsed), screen, cancellationToken)
            : await StormMode.RunAsync(discord, delivery, storm, screen, cancellationToken);
        await stop.CancelAsync();
        await planned;
        return isGood ? 0 : 1;
    }

    private static Chat ChatFor(DiscordSimulator discord, IDelivery delivery, Screen screen, ParseResult parsed)
    {
        var view = new MessageView(parsed.GetValue(Width), screen.IsTerminal);
        return new Chat(discord, delivery, screen, view, new PageFolder(parsed.GetValue(Pages)!));
    }

    private static async Task<bool> ChatAsync(
        DiscordSimulator discord, Chat chat, Screen screen, CancellationToken cancellationToken)
    {
        var undone = await TalkAsync(chat, screen, cancellationToken);
        return Judge(discord, screen) && (undone == 0 || screen.IsTerminal);
    }

    private static async Task<int> TalkAsync(Chat chat, Screen screen, CancellationToken cancellationToken)
    {
        try
        {
            return await chat.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            screen.Write("");
            return 0;
        }
    }

    private static Screen ScreenFor(TextReader input, bool isScript)
    {
        var isTerminal = !isScript && !System.Console.IsInputRedirected && !System.Console.IsOutputRedirected;
        return new Screen(input, System.Console.Out, isTerminal ? new LineEditor(System.Console.Out) : null);
    }

    private static void Greet(Screen screen, DiscordSimulator discord, string? publicKey)
    {
        screen.Write("A stand-in for Discord. Start the bot with:");
        screen.Write($"  Discord__ApiBaseUrl={discord.ApiBaseUrl}");
        screen.Write($"  Discord__Token={discord.Token}");
        if (publicKey is not null)
        {
            screen.Write($"  Discord__Transport=Http Discord__PublicKey={publicKey}");
        }
    }

    /// <summary>At once, or so many seconds after READY: <c>cut@30</c>.</summary>
    private static async Task ApplyAsync(DiscordSimulator discord, string fault, CancellationToken cancellationToken)
    {
        try
        {
            if (fault.Split('@', 2) is [var name, var seconds]
                && double.TryParse(seconds, System.Globalization.CultureInfo.InvariantCulture, out var wait))
            {
                await discord.Gateway.ReadyAsync(cancellationToken);
                await Task.Delay(TimeSpan.FromSeconds(wait), TimeProvider.System, cancellationToken);
                fault = name;
            }

            await FaultCommand.ApplyAsync(discord, fault, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }

    private static bool Judge(DiscordSimulator discord, Screen screen)
    {
        var violations = discord.Violations;
        screen.Write(violations.Count == 0 ? "No rule was broken." : $"{violations.Count} violations:");
        screen.Write(violations.Select(violation => $"! {violation}"));
        return violations.Count == 0;
    }
}

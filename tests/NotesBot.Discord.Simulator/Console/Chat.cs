using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Pages;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>The console: each line is something that a person does, and what the bot answers is drawn.</summary>
internal sealed class Chat(DiscordSimulator discord, IDelivery delivery, Screen screen, MessageView view, PageFolder pages)
{
    private const string Help =
        """
        /find query:data drift course:1    a slash command; /find data drift fills the first option; tab completes
        on Find in notes: some text        a command on a message with this text
        press Next | press 2               a button, by its label or number
        choose 2 | choose a label          an option of a select
        as bob | locale de | dm | guild | user-install      who and where you are
        fault op7 | fault off              what goes wrong; "faults" lists the names
        complete /find drift               what the bot suggests; wait 2 (seconds, for scripts)
        page NAME                          what comes next is also written to NAME.html, as a phone shows it
        show | requests | commands | violations | help | quit
        """;

    private static readonly string[] Words =
        ["press", "choose", "as", "locale", "dm", "guild", "user-install", "fault", "faults", "show", "requests", "commands", "violations",
            "help", "quit", "on", "complete", "page", "wait"];

    private readonly BotWaiter _waiter = new(discord, delivery, screen);
    private Scene _scene = new();
    private SimulatedMessage? _message;
    private string _asked = "";
    private int _shownViolations;
    private int _undone;

    /// <summary>Reads and acts until the input ends or somebody quits; how many lines could not be done.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var completion = CompletionFor(cancellationToken);
        while (await screen.ReadAsync($"{_scene.Person.Name}> ", completion.OfAsync, cancellationToken) is { } line)
        {
            if (line.Trim() is "quit" or "/quit")
            {
                break;
            }

            await ActAsync(line.Trim(), cancellationToken);
            ShowNewViolations();
        }

        return _undone + (_waiter.IsBotMissing ? 1 : 0);
    }

    private Completion CompletionFor(CancellationToken cancellationToken) => new(Words, Registered, (name, options) =>
        SendAsync(InteractionKind.Autocomplete, InteractionData.Command("1", name, options), null, cancellationToken));

    private async Task ActAsync(string line, CancellationToken cancellationToken)
    {
        var (word, rest) = line.Split(' ', 2) is [var first, var after] ? (first, after.Trim()) : (line, "");
        switch (word)
        {
            case "" or "#":
                break;
            case ['/', ..]:
                await CommandAsync(line, cancellationToken);
                break;
            case "on":
                await MessageCommandAsync(rest, cancellationToken);
                break;
            case "press" or "choose":
                await UseAsync(word, rest, cancellationToken);
                break;
            case "complete":
                await _waiter.ReadyAsync(cancellationToken);
                await CompleteAsync(rest, cancellationToken);
                break;
            case "page":
                pages.Next = rest;
                break;
            case "wait":
                await Task.Delay(TimeSpan.FromSeconds(double.Parse(rest, CultureInfo.InvariantCulture)), TimeProvider.System,
                    cancellationToken);
                break;
            case "fault":
                await FaultAsync(rest, cancellationToken);
                break;
            default:
                Local(word, rest);
                break;
        }
    }

    /// <summary>What the bot suggests; a colon at the end is an option with nothing typed yet.</summary>
    private async Task CompleteAsync(string line, CancellationToken cancellationToken)
    {
        var completion = CompletionFor(cancellationToken);
        screen.Write(await completion.OfAsync(line));
        await pages.WriteAsync(() => PhonePage.OfChoices(line, completion.Offered.Select(choice => choice.Label)), cancellationToken);
    }

    private void Local(string word, string rest)
    {
        switch (word)
        {
            case "as":
                var person = rest == Person.Alice.Name
                    ? Person.Alice : Person.Bob with { Name = rest, Id = Person.Bob.Id + (rest == "bob" ? 0 : (ulong)rest.Length) };
                _scene = _scene with { Person = person with { Locale = _scene.Person.Locale } };
                break;
            case "locale":
                _scene = _scene with { Person = _scene.Person with { Locale = rest.Length == 0 ? null : rest } };
                break;
            case "dm":
                _scene = Scene.InDirectMessage(_scene.Person);
                break;
            case "guild":
                _scene = Scene.InGuild(_scene.Person);
                break;
            case "user-install":
                _scene = Scene.AsUserInstall(_scene.Person);
                break;
            default:
                screen.Write(Tell(word));
                break;
        }
    }

    private IEnumerable<string> Tell(string word) => word switch
    {
        "faults" => [FaultCommand.Names],
        "help" => [Help],
        "show" => _message is null ? ["There is no message yet."] : view.Draw(_message),
        "violations" => discord.Violations.Count == 0
            ? ["No rule was broken."]
            : discord.Violations.Select(violation => violation.ToString()),
        "requests" => discord.Requests.Items.Select(request => $"{request.Status} {request.Method} {request.Route}"),
        "commands" => Registered().Select(command => $"/{command["name"]}  {command["description"]}"),
        _ => [$"\"{word}\" means nothing here; help lists what does."],
    };

    private async Task CommandAsync(string line, CancellationToken cancellationToken)
    {
        await _waiter.ReadyAsync(cancellationToken);
        var name = line.TrimStart('/').Split(' ', 2)[0];
        var definition = Registered().FirstOrDefault(command => command["name"]!.GetValue<string>() == name);
        if (definition is null)
        {
            Undone($"The bot has registered no /{name}. It has: {string.Join(' ', Registered().Select(command => $"/{command["name"]}"))}");
            return;
        }

        var typed = SlashLine.Parse(line, definition);
        var data = InteractionData.Command(definition["id"]!.GetValue<string>(), name, typed.Options);
        _asked = $"/{name}";
        await ShowAsync(await SendAsync(InteractionKind.Command, data, null, cancellationToken), cancellationToken);
    }

    private async Task MessageCommandAsync(string rest, CancellationToken cancellationToken)
    {
        await _waiter.ReadyAsync(cancellationToken);
        var (name, text) = rest.Split(": ", 2) is [var left, var right] ? (left, right) : (rest, "");
        var command = Registered().FirstOrDefault(command => command["type"]!.GetValue<int>() == 3
            && command["name"]!.GetValue<string>() == name);
        if (command is null)
        {
            Undone($"The bot has registered no message command \"{name}\".");
            return;
        }

        var target = new JsonObject
        {
            ["id"] = "1",
            ["content"] = text,
            ["author"] = InteractionPayload.User(Person.Bob),
            ["channel_id"] = World.Text(_scene.ChannelId)
        };
        var data = InteractionData.MessageCommand(command["id"]!.GetValue<string>(), name, target);
        _asked = name;
        await ShowAsync(await SendAsync(InteractionKind.Command, data, null, cancellationToken), cancellationToken);
    }

    private async Task UseAsync(string word, string wanted, CancellationToken cancellationToken)
    {
        if (_message is not { } message || ControlFinder.Find(message, word == "choose", wanted) is not { } found)
        {
            Undone($"There is nothing called \"{wanted}\" to {word}.");
            return;
        }

        var data = InteractionData.Component(found.Control, found.Values);
        await ShowAsync(await SendAsync(InteractionKind.Component, data, message, cancellationToken), cancellationToken);
    }

    private async Task ShowAsync(SimulatedInteraction asked, CancellationToken cancellationToken)
    {
        switch (await _waiter.AnswerAsync(asked, cancellationToken))
        {
            case { Type: 9 } modal:
                await FillInAsync(asked, modal.Body.GetProperty("data"), cancellationToken);
                break;
            case not null when asked.Original is { } message:
                _message = message;
                screen.Write(view.Draw(message));
                await pages.WriteAsync(() => PhonePage.Of(message, _scene.Person.Name, _asked), cancellationToken);
                break;
            default:
                break;
        }
    }

    private async Task FillInAsync(SimulatedInteraction asked, JsonElement modal, CancellationToken cancellationToken)
    {
        screen.Write(view.DrawModal(modal));
        await pages.WriteAsync(() => PhonePage.OfForm(modal), cancellationToken);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in JsonText.Items(modal, "components").Where(child => JsonText.Property(child, "component") is not null))
        {
            var typed = await screen.ReadAsync($"{JsonText.Of(label, "label")}: ", _ => Task.FromResult<IReadOnlyList<string>>([]),
                cancellationToken);
            answers[JsonText.Of(label.GetProperty("component"), "custom_id")] = typed ?? "";
        }

        var sent = await SendAsync(InteractionKind.Modal, InteractionData.Modal(modal, answers), asked.Source, cancellationToken);
        await ShowAsync(sent, cancellationToken);
    }

    private async Task<SimulatedInteraction> SendAsync(InteractionKind kind, JsonObject data, SimulatedMessage? source,
        CancellationToken cancellationToken)
    {
        var interaction = discord.Create(kind, data, _scene, source);
        await delivery.SendAsync(interaction, cancellationToken);
        return interaction;
    }

    private async Task FaultAsync(string text, CancellationToken cancellationToken)
    {
        var isKnown = await FaultCommand.ApplyAsync(discord, text, cancellationToken);
        if (isKnown)
        {
            screen.Write($"({text})");
        }
        else
        {
            Undone($"There is no fault \"{text}\". There are: {FaultCommand.Names}");
        }
    }

    private void Undone(string sentence)
    {
        _undone++;
        screen.Write(sentence);
    }

    private IReadOnlyList<JsonNode> Registered() => [.. discord.Commands(), .. _scene.GuildId is { } guild ? discord.Commands(guild) : []];

    private void ShowNewViolations()
    {
        var all = discord.Violations;
        screen.Write(all.Skip(_shownViolations).Select(violation => $"! {violation}"));
        _shownViolations = all.Count;
    }
}

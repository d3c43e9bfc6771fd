using System.Text.Json;
using System.Text.Json.Nodes;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Simulator.Storm;

/// <summary>Many people who use whatever the bot has registered, and press whatever its newest public message offers.</summary>
internal sealed class StormPeople(DiscordSimulator discord, StormPlan plan)
{
    private const int Text = 3;
    private const int Integer = 4;
    private const int Flag = 5;
    private const int Select = 3;
    private static readonly string[] Locales = ["en-US", "en-GB", "de", "ja"];
    private readonly Random _random = new(plan.Seed);
    private volatile SimulatedMessage? _newest;

    /// <summary>Remembers what was answered: if all can see it, others may press it.</summary>
    public void See(SimulatedMessage? message)
    {
        if (message is { IsEphemeral: false, IsLoading: false, IsDeleted: false })
        {
            _newest = message;
        }
    }

    /// <summary>What somebody does next.</summary>
    public SimulatedInteraction Next()
    {
        var person = SomePerson();
        return _random.Next(10) switch
        {
            < 3 when Completion() is { } typing => discord.Create(InteractionKind.Autocomplete, typing, Scene.InGuild(person)),
            < 5 when _newest is { IsDeleted: false } message && Press(message) is { } press =>
                discord.Create(InteractionKind.Component, press, Beside(message, person), message),
            _ => discord.Create(InteractionKind.Command, Command(), SomeScene(person)),
        };
    }

    /// <summary>Somebody fills in the form that answered an interaction.</summary>
    public SimulatedInteraction FillIn(SimulatedInteraction asked, JsonElement modal)
    {
        var answers = ComponentTree.Of(modal).Select(node => JsonText.Of(node.Element, "custom_id")).Where(id => id.Length > 0)
            .ToDictionary(id => id, _ => SomeText());
        return discord.Create(InteractionKind.Modal, InteractionData.Modal(modal, answers), asked.Scene, asked.Source);
    }

    private Person SomePerson()
    {
        var number = _random.Next(plan.People);
        return new Person(80351110224670000 + (ulong)number, $"p{number}", Locales[_random.Next(Locales.Length)]);
    }

    private Scene SomeScene(Person person) => _random.Next(10) switch
    {
        0 => Scene.InDirectMessage(person),
        1 => Scene.AsUserInstall(person),
        _ => Scene.InGuild(person),
    };

    /// <summary>Now and then it is the person who asked.</summary>
    private Scene Beside(SimulatedMessage message, Person person) => message.Scene.GuildId is null || _random.Next(4) == 0
        ? message.Scene
        : message.Scene with { Person = person, InstalledByUser = message.Scene.InstalledByUser is null ? null : person.Id };

    private JsonObject Command()
    {
        var commands = Registered();
        var command = commands[_random.Next(commands.Count)];
        var options = Options(command).Where(option => IsRequired(option) || _random.Next(3) == 0);
        return Data(command, [.. options.Select(option => new OptionValue(NameOf(option), SomeValue(option)))]);
    }

    private JsonObject? Completion()
    {
        var offered = Registered().SelectMany(command => Options(command).Where(Completes).Select(option => (command, option))).ToList();
        if (offered.Count == 0)
        {
            return null;
        }

        var (command, option) = offered[_random.Next(offered.Count)];
        var typed = new OptionValue(NameOf(option), SomeText()) { IsFocused = true, Type = option["type"]!.GetValue<int>() };
        return Data(command, [typed]);
    }

    private JsonObject? Press(SimulatedMessage message)
    {
        var controls = message.Controls.Where(control => JsonText.Property(control, "disabled")?.ValueKind != JsonValueKind.True).ToList();
        if (controls.Count == 0)
        {
            return null;
        }

        var control = controls[_random.Next(controls.Count)];
        var values = JsonText.Items(control, "options").Select(option => JsonText.Of(option, "value")).ToList();
        return InteractionData.Component(control, JsonText.Number(control, "type") == Select ? [values[_random.Next(values.Count)]] : []);
    }

    private object SomeValue(JsonNode option) => option["type"]!.GetValue<int>() switch
    {
        Text => SomeText(),
        Integer => _random.Next(1, 5),
        Flag => _random.Next(2) == 0,
        var type => throw new NotSupportedException($"Nobody in a storm fills in options of type {type}."),
    };

    private string SomeText() => plan.Texts[_random.Next(plan.Texts.Count)];

    private List<JsonNode> Registered() => [.. discord.Commands().Where(command => command["type"]!.GetValue<int>() == 1)];

    private static JsonObject Data(JsonNode command, IReadOnlyList<OptionValue> options) =>
        InteractionData.Command(command["id"]!.GetValue<string>(), NameOf(command), options);

    private static IEnumerable<JsonNode> Options(JsonNode command) => (command["options"] as JsonArray ?? []).Select(option => option!);

    private static bool IsRequired(JsonNode option) => option["required"]?.GetValue<bool>() == true;

    private static bool Completes(JsonNode option) => option["autocomplete"]?.GetValue<bool>() == true;

    private static string NameOf(JsonNode node) => node["name"]!.GetValue<string>();
}

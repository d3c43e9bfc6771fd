using System.Text.Json;
using NotesBot.Commands;
using NotesBot.Discord.Registration;
using NotesBot.Discord.Rest;
using NotesBot.Discord.Tests.Rest;

namespace NotesBot.Discord.Tests.Registration;

public sealed class CommandRulesTests
{
    private static readonly CommandJson Good = new()
    {
        Name = "find",
        Type = 1,
        Description = "Find it",
        IntegrationTypes = [0, 1],
        Contexts = [0, 1, 2],
    };

    private static readonly OptionJson Text = new() { Type = 3, Name = "query", Description = "Words" };

    [Theory, Trait("Case", "RG-06")]
    [InlineData("find", true), InlineData("find-2_x'y", true), InlineData("Find", false), InlineData("fi nd", false),
        InlineData("a.b", false), InlineData("", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdef", true), InlineData("abcdefghijklmnopqrstuvwxyzabcdefg", false), InlineData("a/b", false),
        InlineData("😀", false)]
    public void GivenAName_WhenItIsChecked_ThenOnlyLowerCaseWordsPass(string name, bool passes) =>
        Assert.Equal(passes, Passes(Good with { Name = name }));

    [Theory, Trait("Case", "RG-07")]
    [InlineData("ru", "найти", true), InlineData("ru", "Найти", false), InlineData("el", "βρες", true), InlineData("el", "Βρες", false)]
    [InlineData("th", "ค้นหา", true), InlineData("hi", "खोजें", true), InlineData("ja", "検索", true), InlineData("de", "größe", true),
        InlineData("de", "Größe", false)]
    public void GivenANameInAnotherScript_WhenItIsChecked_ThenItPassesInLowerCase(string locale, string name, bool passes) =>
        Assert.Equal(passes, Passes(Good with { NameLocalizations = In(locale, name) }));

    [Theory, Trait("Case", "RG-08")]
    [InlineData(null, false), InlineData("", false), InlineData("  ", false), InlineData("x", true)]
    public void GivenADescription_WhenItIsChecked_ThenItIsNeverEmpty(string? description, bool passes)
    {
        Assert.Equal(passes, Passes(Good with { Description = description }));
        Assert.Equal(passes, Passes(Good with { Options = [Text with { Description = description }] }));
        Assert.Equal(passes, Passes(Good with { DescriptionLocalizations = In("de", description!) }));
    }

    [Fact, Trait("Case", "RG-08")]
    public void GivenALongDescription_WhenItIsChecked_ThenItHasAtMost100Characters()
    {
        Assert.True(Passes(Good with { Description = new string('x', 100) }));
        Assert.False(Passes(Good with { Description = new string('x', 101) }));
        Assert.False(Passes(Good with { DescriptionLocalizations = In("de", new string('x', 101)) }));
    }

    [Fact, Trait("Case", "RG-09")]
    public void GivenAMessageCommand_WhenItIsBuilt_ThenItHasNeitherDescriptionNorOptions()
    {
        var built = CommandBuilder.Build(new NamedCommand("Find in notes", CommandKind.Message).Definition, isForGuild: false);

        Assert.Equal((3, null, null), (built.Type, built.Description, built.Options));
        Assert.True(Passes(built));
        Assert.False(Passes(built with { Description = "x" }));
        Assert.False(Passes(built with { Options = [Text] }));
    }

    [Fact, Trait("Case", "RG-10")]
    public void GivenOptions_WhenTheyAreChecked_ThenRequiredComeFirstNamesAreUniqueAndThereAreAtMost25()
    {
        var required = Text with { Required = true };

        Assert.True(Passes(Good with { Options = [required, Text with { Name = "b" }] }));
        Assert.False(Passes(Good with { Options = [Text with { Name = "b" }, required] }));
        Assert.False(Passes(Good with { Options = [Text, Text] }));
        Assert.True(Passes(Good with { Options = Many(25) }));
        Assert.False(Passes(Good with { Options = Many(26) }));
    }

    [Theory, Trait("Case", "RG-11")]
    [InlineData(3, true), InlineData(4, true), InlineData(10, true), InlineData(5, false), InlineData(6, false)]
    public void GivenAutocomplete_WhenItIsChecked_ThenItIsForTextsAndNumbersWithoutChoices(int type, bool passes)
    {
        Assert.Equal(passes, Passes(Good with { Options = [Text with { Type = type, Autocomplete = true }] }));
        Assert.False(Passes(Good with { Options = [Text with { Type = type, Autocomplete = true, Choices = [Choice("a", "\"b\"")] }] }));
    }

    [Fact, Trait("Case", "RG-12")]
    public void GivenChoices_WhenTheyAreChecked_ThenNumberNamesAndValuesAreLimited()
    {
        Assert.True(Passes(WithChoices(Enumerable.Repeat(Choice("a", "1"), 25))));
        Assert.False(Passes(WithChoices(Enumerable.Repeat(Choice("a", "1"), 26))));
        Assert.False(Passes(WithChoices([Choice("", "1")])));
        Assert.False(Passes(WithChoices([Choice(new string('x', 101), "1")])));
        Assert.True(Passes(WithChoices([Choice("a", $"\"{new string('x', 100)}\"")])));
        Assert.False(Passes(WithChoices([Choice("a", $"\"{new string('x', 101)}\"")])));
    }

    [Theory, Trait("Case", "RG-13")]
    [InlineData(null, 6000, true), InlineData(null, 6001, false), InlineData(null, 0, false), InlineData(5, 4, false),
        InlineData(4, 4, true), InlineData(-1, 4, false)]
    public void GivenLengths_WhenTheyAreChecked_ThenTheyAreInRangeAndInOrder(int? min, int? max, bool passes) =>
        Assert.Equal(passes, Passes(Good with { Options = [Text with { MinLength = min, MaxLength = max }] }));

    [Fact, Trait("Case", "RG-14")]
    public void GivenTextsOfACommand_WhenTheLongestLanguageIsOver8000_ThenItIsRefused()
    {
        var options = Many(25).Select((option, i) => option with { Choices = [.. Choices(i < 8 ? 2 : 1)] }).ToList();
        var size = CommandSize.Of(Good with { Options = options });
        var fitting = Good with { Options = [.. options.Select((o, i) => i == 0 ? o with { Choices = Fill(o, 8_000 - size) } : o)] };

        Assert.Equal(8_000, CommandSize.Of(fitting));
        Assert.True(Passes(fitting));
        Assert.False(Passes(fitting with { NameLocalizations = In("de", "findet") }));
    }

    [Theory, Trait("Case", "RG-15")]
    [InlineData("de", true), InlineData("es-419", true), InlineData("en", false), InlineData("ar", false), InlineData("he", false),
        InlineData("xx", false), InlineData("DE", false)]
    public void GivenALocale_WhenItIsChecked_ThenOnlyTheDocumentedOnesPass(string locale, bool passes)
    {
        Assert.Equal(32, DiscordLocales.All.Count);
        Assert.Equal(passes, Passes(Good with { DescriptionLocalizations = In(locale, "x") }));
    }

    [Fact, Trait("Case", "RG-16")]
    public void GivenBritishTexts_WhenACommandIsBuilt_ThenAmericanOnesAreThereToo()
    {
        var definition = new CommandDefinition(
            "colour", new Localized("Colors", In("en-GB", "Colours")), [])
        { NameLocalizations = In("en-GB", "colours") };

        var built = CommandBuilder.Build(definition, isForGuild: false);

        Assert.Equal(("colour", "Colors"), (built.NameLocalizations!["en-US"], built.DescriptionLocalizations!["en-US"]));
        Assert.False(Passes(Good with { DescriptionLocalizations = In("en-GB", "x") }));
    }

    [Fact, Trait("Case", "RG-17")]
    public void GivenOptionNamesInALanguage_WhenTheyAreChecked_ThenTheyAreDistinctAmongThemselvesAndFromTheDefaults()
    {
        var other = Text with { Name = "course" };

        Assert.True(Passes(Good with
        {
            Options =
            [Text with { NameLocalizations = In("de", "frage") }, other with { NameLocalizations = In("de", "kurs") }]
        }));
        Assert.False(Passes(Good with
        {
            Options =
            [Text with { NameLocalizations = In("de", "kurs") }, other with { NameLocalizations = In("de", "kurs") }]
        }));
        Assert.False(Passes(Good with
        {
            Options =
            [Text with { NameLocalizations = In("de", "course") }, other with { NameLocalizations = In("de", "kurs") }]
        }));
    }

    [Fact, Trait("Case", "RG-18")]
    public void GivenPrivateChannels_WhenACommandIsChecked_ThenPeopleCanInstallIt()
    {
        Assert.False(Passes(Good with { IntegrationTypes = [0] }));
        Assert.False(Passes(Good with { Contexts = [] }));
        Assert.Equal([0, 1], Built(isForGuild: false).IntegrationTypes);
        Assert.Equal([0, 1, 2], Built(isForGuild: false).Contexts);
    }

    [Fact, Trait("Case", "RG-19")]
    public void GivenACommandOfOneServer_WhenItIsBuilt_ThenItDoesNotSayWhereItWorks()
    {
        Assert.Equal((null, null), (Built(isForGuild: true).IntegrationTypes, Built(isForGuild: true).Contexts));
        Assert.NotEmpty(CommandRules.Faults([Good], isForGuild: true));
    }

    [Fact, Trait("Case", "RG-20")]
    public void GivenPermissions_WhenTheyAreSent_ThenTheyAreADecimalStringOrMissing()
    {
        Assert.Null(Built(isForGuild: false).DefaultMemberPermissions);
        Assert.True(Passes(Good with { DefaultMemberPermissions = "32" }));
        Assert.False(Passes(Good with { DefaultMemberPermissions = "0x20" }));
    }

    [Fact, Trait("Case", "RG-21")]
    public void GivenAnOptionThatCompletes_WhenItIsBuilt_ThenItHasAutocompleteAndNoChoices()
    {
        var course = new NumberOption("course", new Localized("Only this course", In("de", "Nur dieser Kurs"))) { Completes = true };

        var built = CommandBuilder.Build(new NamedCommand("find", CommandKind.Slash, course).Definition, isForGuild: false).Options![0];

        Assert.Equal((4, true, null, 1d), (built.Type, built.Autocomplete, built.Choices, built.MinValue));
    }

    [Fact, Trait("Case", "RG-28")]
    public void GivenSubcommands_WhenTheyAreChecked_ThenNothingElseStandsBesideThemAndGroupsHoldOnlySubcommands()
    {
        var sub = new OptionJson { Type = 1, Name = "sub", Description = "x" };
        var group = new OptionJson { Type = 2, Name = "group", Description = "x" };

        Assert.True(Passes(Good with { Options = [sub with { Options = [Text] }, group with { Options = [sub] }] }));
        Assert.False(Passes(Good with { Options = [sub, Text] }));
        Assert.False(Passes(Good with { Options = [sub with { Options = [group] }] }));
        Assert.False(Passes(Good with { Options = [group with { Options = [Text] }] }));
        Assert.False(Passes(Good with { Options = [sub with { Required = true }] }));
        Assert.False(Passes(Good with { Options = [Text with { Options = [Text] }] }));
    }

    [Fact]
    public void GivenALongList_WhenItIsChecked_ThenThereAreAtMost100SlashAnd15MessageCommandsWithUniqueNames()
    {
        var menu = new CommandJson { Type = 3, Name = "Menu" };

        Assert.Empty(CommandRules.Faults([.. Enumerable.Range(0, 100).Select(i => Good with { Name = $"c{i}" })], false));
        Assert.NotEmpty(CommandRules.Faults([.. Enumerable.Range(0, 101).Select(i => Good with { Name = $"c{i}" })], false));
        Assert.NotEmpty(CommandRules.Faults([.. Enumerable.Range(0, 16).Select(i => menu with { Name = $"Menu {i}" })], false));
        Assert.NotEmpty(CommandRules.Faults([Good, Good], false));
        Assert.Empty(CommandRules.Faults([Good, menu with { Name = "find" }], false));
    }

    private static bool Passes(CommandJson command) => CommandRules.Faults([command], isForGuild: false).Count == 0;

    private static CommandJson Built(bool isForGuild) => CommandBuilder.Build(new NamedCommand("find").Definition, isForGuild);

    private static Dictionary<string, string> In(string locale, string text) => new() { [locale] = text };

    private static List<OptionJson> Many(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Text with { Name = $"o{i}", Description = new string('x', 100) })];

    private static CommandJson WithChoices(IEnumerable<ChoiceJson> choices) =>
        Good with { Options = [Text with { Choices = [.. choices] }] };

    private static ChoiceJson Choice(string name, string value) => new() { Name = name, Value = JsonDocument.Parse(value).RootElement };

    private static IEnumerable<ChoiceJson> Choices(int count) =>
        Enumerable.Range(0, count).Select(_ => Choice(new string('n', 100), $"\"{new string('v', 50)}\""));

    private static List<ChoiceJson> Fill(OptionJson option, int characters)
    {
        List<ChoiceJson> filled = [.. option.Choices!];
        for (var left = characters; left > 0; left -= 150)
        {
            filled.Add(Choice(new string('n', Math.Min(100, left)), $"\"{new string('v', Math.Clamp(left - 100, 0, 50))}\""));
        }

        return filled;
    }
}

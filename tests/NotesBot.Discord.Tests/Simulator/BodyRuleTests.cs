using System.Text.Json;
using NotesBot.Discord.Simulator.Rules;

namespace NotesBot.Discord.Tests.Simulator;

public sealed class BodyRuleTests
{
    [Theory]
    [InlineData("""{"type":4,"data":{"content":"hi"}}""")]
    [InlineData("""{"type":5,"data":{"flags":64}}""")]
    [InlineData("""{"type":6}""")]
    [InlineData("""{"type":7,"data":{"flags":32768,"components":[{"type":10,"content":"a"}]}}""")]
    [InlineData("""{"type":8,"data":{"choices":[]}}""")]
    [InlineData("""{"type":9,"data":{"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":4"""
        + ""","custom_id":"i","style":1}}]}}""")]
    [InlineData("""{"type":4,"data":{"flags":32768,"components":[{"type":17,"accent_color":0,"components":[{"type":9"""
        + ""","components":[{"type":10,"content":"a"}],"accessory":{"type":2,"style":5,"label":"Open","url":"https://a.b"}},"""
        + """{"type":14,"divider":true,"spacing":1},{"type":1,"components":[{"type":3"""
        + ""","custom_id":"s","options":[{"label":"l","value":"v"}]}]}]}]}}""")]
    public void GivenARightResponse_WhenItIsJudged_ThenNothingRefusesIt(string json)
    {
        var findings = Judge(BodyKind.Callback, json);

        Assert.DoesNotContain(findings, finding => finding.Refuses);
    }

    [Theory]
    [InlineData("MC-13", """{"type":4,"data":{"content":" \u200b"}}""")]
    [InlineData("RG-29", """{"type":4,"data":{"content":"a","ephemeral":true}}""")]
    [InlineData("RG-29", """{"type":4,"data":{"content":"a","content":"b"}}""")]
    [InlineData("IN-03", """{"type":5,"data":{"flags":32768}}""")]
    [InlineData("MC-28", """{"type":4,"data":{"content":"a","flags":128}}""")]
    [InlineData("MC-28", """{"type":7,"data":{"content":"a","flags":64}}""")]
    [InlineData("MC-27", """{"type":4,"data":{"content":"a","allowed_mentions":{"parse":["roles"],"roles":["1"]}}}""")]
    [InlineData("MC-27", """{"type":4,"data":{"content":"a","allowed_mentions":{"users":[1]}}}""")]
    [InlineData("MC-03", """{"type":4,"data":{"flags":32768,"content":"a","components":[{"type":10,"content":"a"}]}}""")]
    [InlineData("MC-04", """{"type":4,"data":{"components":[{"type":14}]}}""")]
    [InlineData("MC-05",
        """{"type":4,"data":{"flags":32768,"components":[{"type":9,"components":[],"accessory":{"type":2,"style":1"""
        + ""","label":"b","custom_id":"c"}}]}}""")]
    [InlineData("MC-06",
        """{"type":4,"data":{"content":"a","components":[{"type":1,"components":[{"type":3"""
        + ""","custom_id":"s","options":[{"label":"l","value":"v"}]},{"type":2,"style":1,"label":"b","custom_id":"c"}]}]}}""")]
    [InlineData("MC-08",
        """{"type":4,"data":{"content":"a","components":[{"type":1,"components":[{"type":2,"style":5"""
        + ""","label":"b","url":"notes/a.md"}]}]}}""")]
    [InlineData("MC-08",
        """{"type":4,"data":{"content":"a","components":[{"type":1,"components":[{"type":2,"style":1,"label":" ","custom_id":"c"}]}]}}""")]
    [InlineData("MC-10",
        """{"type":4,"data":{"content":"a","components":[{"type":1,"components":[{"type":2,"style":1"""
        + ""","label":"b","custom_id":"c"}]},{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"c"}]}]}}""")]
    [InlineData("MC-12",
        """{"type":4,"data":{"content":"a","components":[{"type":1,"components":[{"type":3"""
        + ""","custom_id":"s","options":[{"label":"l","value":"v"},{"label":"m","value":"v"}]}]}]}}""")]
    [Trait("Case", "MC-39")]
    [InlineData("MC-12",
        """{"type":9,"data":{"custom_id":"m","title":"t","components":[{"type":18,"label":"l","component":{"type":3,"custom_id":"""
        + """ "s","required":true,"min_values":0,"options":[{"label":"l","value":"v"}]}}]}}""")]
    [InlineData("MC-30", """{"type":4,"data":{"embeds":[{"fields":[{"name":"\u200b","value":"v"}]}]}}""")]
    [InlineData("MC-31", """{"type":4,"data":{"flags":32768,"components":[{"type":10,"content":"\u2800"}]}}""")]
    [InlineData("MC-32", """{"type":4,"data":{"flags":32768,"components":[{"type":10,"id":7,"content":"a"},{"type":14,"id":7}]}}""")]
    [InlineData("SA-08", """{"type":4,"data":{"content":"\ud800"}}""")]
    [InlineData("IN-17", """{"type":8,"data":{"choices":[{"name":"a","value":""}]}}""")]
    [InlineData("IN-30", """{"type":9,"data":{"custom_id":"m","title":"t","components":[]}}""")]
    [InlineData("IN-32", """{"type":2}""")]
    public void GivenAWrongResponse_WhenItIsJudged_ThenItsRuleRefusesIt(string rule, string json)
    {
        var findings = Judge(BodyKind.Callback, json);

        Assert.Contains(findings, finding => finding.Refuses && finding.Rule.Id == rule);
    }

    [Theory]
    [InlineData("RG-06", """{"name":"Find","description":"d"}""")]
    [InlineData("RG-06", """{"name":"fi nd","description":"d"}""")]
    [InlineData("RG-06", """{"name":"a.b","description":"d"}""")]
    [InlineData("RG-06", """{"name":"find","description":"d","name_localizations":{"ru":"Поиск"}}""")]
    [InlineData("RG-08", """{"name":"find","description":" "}""")]
    [InlineData("RG-09", """{"name":"Find in notes","type":3,"description":"d"}""")]
    [InlineData("RG-10",
        """{"name":"find","description":"d","options":[{"type":3,"name":"a","description":"d"},{"type":3"""
        + ""","name":"b","description":"d","required":true}]}""")]
    [InlineData("RG-11",
        """{"name":"find","description":"d","options":[{"type":3,"name":"a","description":"d","autocomplete":true"""
        + ""","choices":[{"name":"a","value":"a"}]}]}""")]
    [InlineData("RG-12",
        """{"name":"find","description":"d","options":[{"type":4,"name":"a","description":"d","choices":[{"name":"a","value":"1"}]}]}""")]
    [InlineData("RG-13",
        """{"name":"find","description":"d","options":[{"type":3,"name":"a","description":"d","min_length":9,"max_length":8}]}""")]
    [InlineData("RG-15", """{"name":"find","description":"d","description_localizations":{"ar":"d"}}""")]
    [InlineData("RG-17",
        """{"name":"find","description":"d","options":[{"type":3,"name":"a","description":"d","name_localizations":{"de":"b"}},"""
        + """{"type":3,"name":"b","description":"d"}]}""")]
    [InlineData("RG-18", """{"name":"find","description":"d","contexts":[2],"integration_types":[0]}""")]
    [InlineData("RG-20", """{"name":"find","description":"d","default_member_permissions":"0x20"}""")]
    [InlineData("RG-28",
        """{"name":"find","description":"d","options":[{"type":1,"name":"a","description":"d"},{"type":3"""
        + ""","name":"b","description":"d"}]}""")]
    public void GivenAWrongCommand_WhenItIsJudged_ThenItsRuleRefusesIt(string rule, string json)
    {
        var findings = Judge(BodyKind.Command, json);

        Assert.Contains(findings, finding => finding.Refuses && finding.Rule.Id == rule);
    }

    [Theory, Trait("Case", "RG-07")]
    [InlineData("поиск")]
    [InlineData("εύρεση")]
    [InlineData("ค้นหา")]
    [InlineData("खोजें")]
    [InlineData("検索")]
    public void GivenANameInAnyScript_WhenItIsJudged_ThenItIsAccepted(string name)
    {
        var findings = Judge(BodyKind.Command, $$"""{"name":"{{name}}","description":"d"}""");

        Assert.Empty(findings);
    }

    [Fact, Trait("Case", "MC-37")]
    public void GivenTextsOverTheBytes_WhenTheyAreJudged_ThenTheApiFailsWith500()
    {
        var text = new string('漢', 3_390);

        var findings = Judge(BodyKind.Callback,
            $$$"""{"type":4,"data":{"flags":32768,"components":[{"type":10,"content":"{{{text}}}"}]}}""");

        Assert.Equal(("MC-37", 500), (Assert.Single(findings).Rule.Id, findings[0].Status));
    }

    [Theory, Trait("Case", "SA-01")]
    [InlineData("<@1>", 1)]
    [InlineData("\\<@!1>", 1)]
    [InlineData("<@&1> @everyone @here", 3)]
    [InlineData("`<@1>` ```\n@everyone\n```", 0)]
    [InlineData("<\u200b@1> @\u200beveryone", 0)]
    public void GivenAText_WhenMentionsAreLookedFor_ThenOnlyLiveOnesAreFound(string text, int live)
    {
        var mentions = MentionParser.In(text);

        Assert.Equal(live, mentions.Count);
    }

    private static IReadOnlyList<Finding> Judge(BodyKind kind, string json)
    {
        using var document = JsonDocument.Parse(json);
        return RequestBody.Judge(kind, document.RootElement.Clone());
    }
}

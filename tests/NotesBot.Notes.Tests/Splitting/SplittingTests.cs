using CsCheck;
using NotesBot.Notes.Tests.Reading;

namespace NotesBot.Notes.Tests.Splitting;

public sealed class SplittingTests : IDisposable
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("A sentence of some words about drift.", 8));

    private readonly TempNotes _notes = new();

    public void Dispose() => _notes.Dispose();

    private static Gen<string> Line { get; } =
        from mark in OneOf("", "# ", "## ", "### ", "- ", "  - ", "    - ", "1. ", "> ", "> [!Note] ", "| a | b |\n|-|-|\n| c | ", "```\n", "$$\n", "**", "    ", "\n")
        from words in Gen.Char["abcdefg hij klm <>[]()`*_$|.:\"'&=~-"].Array[0, 400]
        from end in OneOf("\n", "\n\n", "**\n\n", " |\n", "\n```\n\n", "$$\n\n")
        select mark + new string(words) + end;

    private static Gen<string> Document { get; } = Line.Array[0, 40].Select(string.Concat);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    [Fact]
    public void GivenAnyMarkdown_WhenSplit_ThenPassagesKeepTheirPromises()
    {
        Document.Sample(markdown =>
        {
            using var notes = new TempNotes();
            var reading = notes.Read("any.md", markdown);
            Assert.Null(reading.Fault);
            PassageRules.Check(reading.Passages);
        }, iter: 300);
    }

    /// <summary>What this seed makes once became a passage of 2,136 characters, by headings that were joined to a full one.</summary>
    [Fact]
    public void GivenHeadingsJoinedToAFullPassage_WhenSplit_ThenItIsCutAgain()
    {
        Document.Sample(markdown =>
        {
            using var notes = new TempNotes();
            PassageRules.Check(notes.Read("any.md", markdown).Passages);
        }, seed: "6pZv_J3QTy52", iter: 1);
    }

    [Fact]
    public void GivenALongHeadingWithoutATextAmongOthers_WhenSplit_ThenNoPassageIsTooLong()
    {
        var same = string.Concat(Enumerable.Repeat("## When it is not worse by more than a hundredth\n\n", 120));
        var wide = $"## When {string.Concat(Enumerable.Repeat("t ", 993))}\n\n";

        var passages = _notes.Read("any.md", $"# Pipelines\n\n{same}{wide}{same}## Last\n\nA text.\n").Passages;

        PassageRules.Check(passages);
        Assert.Contains(passages, passage => passage.Trail.Any(heading => heading.Length > 1_950));
    }

    [Fact]
    public void GivenPlainBlocks_WhenSplit_ThenNoWordIsLostAndTheOrderStays()
    {
        var block = from mark in OneOf("", "# ", "## ", "### ", "- ", "1. ", "> ", "    ")
                    from count in Gen.Int[1, 120]
                    select (mark, count);

        block.Array[1, 40].Sample(blocks =>
        {
            using var notes = new TempNotes();
            var number = 0;
            var lines = blocks.Select(part => part.mark + string.Join(' ', Enumerable.Range(0, part.count).Select(_ => $"w{number++}e")));
            var passages = notes.Read("any.md", string.Join("\n\n", lines)).Passages;
            var found = Words.Of(passages);
            Assert.All(Enumerable.Range(0, number), word => Assert.Contains($"w{word}e", found));
            Assert.Equal(passages.Select(passage => passage.Line).Order(), passages.Select(passage => passage.Line));
        }, iter: 200);
    }

    [Fact]
    public void GivenALongList_WhenCut_ThenEachPieceKeepsTheSentenceThatLeadsToIt()
    {
        var items = string.Concat(Enumerable.Range(1, 20).Select(item => $"- item {item}: {Long[..200]}\n"));

        var passages = _notes.Read("note.md", $"# Risks\n\nThese are the risks:\n\n{items}").Passages;

        Assert.True(passages.Count > 1);
        Assert.All(passages, passage => Assert.StartsWith("These are the risks:\n- item ", passage.Text, StringComparison.Ordinal));
        Assert.All(passages, passage => Assert.Equal(["Risks"], passage.Trail));
    }

    [Fact]
    public void GivenALongTable_WhenCut_ThenEachPieceKeepsTheHeaderRow()
    {
        var rows = string.Concat(Enumerable.Range(1, 60).Select(row => $"| {row} | {Long[..80]} |\n"));

        var passages = _notes.Read("note.md", $"| Number | Meaning |\n|-|-|\n{rows}").Passages;

        Assert.True(passages.Count > 1);
        Assert.All(passages, passage => Assert.StartsWith("Number | Meaning\n", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void GivenANestedList_WhenCutBelowAnItem_ThenTheItemIsRepeated()
    {
        var items = string.Concat(Enumerable.Range(1, 30).Select(item => $"  - part {item}: {Long[..150]}\n"));

        var passages = _notes.Read("note.md", $"- Monitoring\n{items}").Passages;

        Assert.All(passages, passage => Assert.StartsWith("- Monitoring\n  - part ", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void GivenCodeThatFits_WhenASectionIsCut_ThenTheCodeStaysWhole()
    {
        var code = string.Join('\n', Enumerable.Range(1, 60).Select(line => $"print({line}) # line"));

        var passages = _notes.Read("note.md", $"# Code\n\n{Long}\n\n{Long}\n\n{Long}\n\nRun this:\n\n```python\n{code}\n```\n\n{Long}").Passages;

        var holder = Assert.Single(passages, passage => passage.Text.Contains(code, StringComparison.Ordinal));
        Assert.Contains("Run this:", holder.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Exam\n\n## Sigmoid\n\nSquashes.\n\n## Softmax\n\nTurns scores into shares.\n\n### In code\n\nOne line.", "Sigmoid", "Softmax", "In code")]
    [InlineData("# 笔记\n\n## 过拟合\n\n表现很差。\n\n## 梯度下降\n\n一种优化算法。", "过拟合", "梯度下降")]
    [InlineData("# Faults\n\nThree kinds.\n\n## Leak\n\nOil.\n\n**Crack**\n\nSteel.", "Faults", "Leak", "Crack")]
    public void GivenShortSections_WhenSplit_ThenEachIsAPlaceOfItsOwn(string markdown, params string[] headings)
    {
        var passages = _notes.Read("note.md", markdown).Passages;

        Assert.Equal(headings, passages.Select(passage => passage.Heading));
    }

    [Fact]
    public void GivenShortSections_WhenSplit_ThenEachHasItsLinesAndAnchor()
    {
        var passages = _notes.Read("note.md", "# Exam\n\n## Sigmoid\n\nSquashes.\n\n## Softmax\n\nTurns scores\ninto shares.\n").Passages;

        Assert.Equal([(3, 5, "sigmoid"), (7, 10, "softmax")], passages.Select(passage => (passage.Line!.Value, passage.EndLine!.Value, passage.Anchor!)));
    }

    [Fact]
    public void GivenASectionWithoutBody_WhenSplit_ThenItIsFoundByItsHeadingAndNamesNothingElse()
    {
        var passages = _notes.Read("note.md", $"# A\n\n## Empty\n\n## Full\n\n{Long}").Passages;

        Assert.Equal([("Empty", PassageKind.Contents), ("Full", PassageKind.Prose)], passages.Select(passage => (passage.Heading!, passage.Kind)));
        Assert.Equal("Empty", passages[0].Text);
    }

    [Fact]
    public void GivenHeadingsWithoutBody_WhenSplit_ThenTheyAreOneListBelowWhatTheyShare()
    {
        var passages = _notes.Read("note.md", $"# A\n\n{Long}\n\n## One\n\n## Two\n\n## Three\n").Passages;

        Assert.Equal(("A", "One\nTwo\nThree", "a", 5), (passages[1].Heading, passages[1].Text, passages[1].Anchor, passages[1].Line));
    }

    [Theory]
    [InlineData("[Back to index](index.md)", PassageKind.Contents)]
    [InlineData("Topics: #ml #trees\nDate: 2026-03-05", PassageKind.Contents)]
    [InlineData("```python\nimport numpy as np\n```", PassageKind.Contents)]
    [InlineData("A sentence of some words about drift. A sentence of some words about drift. A sentence of some words about drift. A sentence of some words about drift. A sentence of some words about drift. A sentence of some words about drift. A sentence of some words about drift. A sentence of some words about drift.", PassageKind.Prose)]
    public void GivenLinesAboveTheTitle_WhenSplit_ThenTheyBelongToItAndDoNotMoveIt(string above, PassageKind kind)
    {
        var passages = _notes.Read("note.md", $"{above}\n\n# Boosting\n\n{Long}\n\n## Details\n\nMore.").Passages;

        Assert.Equal(["Boosting", "Boosting", "Details"], passages.Select(passage => passage.Heading));
        Assert.Equal((kind, 1, "boosting"), (passages[0].Kind, passages[0].Line, passages[0].Anchor));
        Assert.Equal(above.Split('\n').Length + 2, passages[1].Line);
    }

    [Fact]
    public void GivenAnIntroductionAboveSeveralFirstHeadings_WhenSplit_ThenItIsNamedByNone()
    {
        var passages = _notes.Read("note.md", "What this note is about.\n\n# One\n\nFirst.\n\n# Two\n\nSecond.").Passages;

        Assert.Equal([null, "One", "Two"], passages.Select(passage => passage.Heading));
    }

    [Fact]
    public void GivenAStretchOfAPassage_WhenItsPlaceIsAsked_ThenItIsThatOfItsParts()
    {
        var passage = _notes.Only("# Drift\n\nOne kind.\n\n- Data drift\n- Concept drift\n\n| a | b |\n|-|-|\n| c | d |\n");

        var beginning = passage.PlaceOf(0, 5);
        var item = passage.PlaceOf(passage.Text.IndexOf("Concept", StringComparison.Ordinal), passage.Text.IndexOf("a | b", StringComparison.Ordinal));
        var row = passage.PlaceOf(passage.Text.Length - 1, passage.Text.Length);

        Assert.Equal(new NotePlace(1, 3), beginning.At);
        Assert.Equal(new NotePlace(6, 6), item.At);
        Assert.Equal(new NotePlace(10, 10), row.At);
        Assert.Equal(("drift", "Drift"), (row.Anchor, row.Trail[^1]));
    }

    [Fact]
    public void GivenShortWeeks_WhenSplit_ThenTheyAreNotJoined()
    {
        var passages = _notes.Read("note.md", "# Course 1\n\n## Week 1\n\nShort.\n\n## Week 2\n\nAlso short.").Passages;

        Assert.Equal(["Week 1", "Week 2"], passages.Select(passage => passage.Heading));
    }

    [Theory]
    [InlineData("- [One](#one)\n- [Two](#two)\n  - [Three](#three-)\n- [Four](other.md#)")]
    [InlineData("- One\n- Two\n- Three")]
    public void GivenATableOfContents_WhenSplit_ThenItIsOfThatKind(string contents)
    {
        var body = $"# One\n\n{Long}\n\n# Two\n\n{Long}\n\n# Three\n\n{Long}";

        var passages = _notes.Read("note.md", $"{contents}\n\n{body}").Passages;

        Assert.Equal(PassageKind.Contents, passages[0].Kind);
        Assert.DoesNotContain(passages.Skip(1), passage => passage.Kind == PassageKind.Contents);
    }

    [Theory]
    [InlineData("Data drift is a change of the inputs.", PassageKind.Definition)]
    [InlineData("A canary deployment (CD) is the rollout to few.", PassageKind.Definition)]
    [InlineData("Implikation ist eine Subjunktion, die immer wahr ist.", PassageKind.Definition)]
    [InlineData("**Shadow mode**: the system runs beside the human and nothing else.", PassageKind.Definition)]
    [InlineData("It is a nice day today.", PassageKind.Prose)]
    [InlineData("- Is the data labelled well?\n- How much silence is there?", PassageKind.List)]
    [InlineData("```\nx = 1\n```", PassageKind.Code)]
    public void GivenAPassage_WhenRead_ThenItsKindIsWhatItSays(string markdown, PassageKind kind)
    {
        var passage = _notes.Only(markdown);

        Assert.Equal(kind, passage.Kind);
    }

    [Fact]
    public void GivenAChangeBelow_WhenReadAgain_ThenTheIdsAboveStay()
    {
        var before = _notes.Read("note.md", $"# A\n\n{Long}\n\n# B\n\n{Long}").Passages;

        var after = _notes.Read("note.md", $"# A\n\n{Long} More.\n\n# New\n\n{Long}\n\n# B\n\n{Long}").Passages;

        Assert.Equal([before[0].Id, before[1].Id], [after[0].Id, after[2].Id]);
    }
}

namespace NotesBot.Notes.Tests.Splitting;

/// <summary>What is true of the passages of every file.</summary>
internal static class PassageRules
{
    internal static void Check(IReadOnlyList<Passage> passages)
    {
        Assert.Equal(passages.Count, passages.Select(passage => passage.Id).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, passages.Count), passages.Select(passage => passage.Ordinal));
        Assert.All(passages, CheckOne);
    }

    private static void CheckOne(Passage passage)
    {
        Assert.InRange(passage.Text.Length, 1, Passage.MaxLength);
        // The first cell of a row may be empty.
        var mayBeginSo = passage.Parts[0].Kind is PassagePartKind.Code or PassagePartKind.TableHeader or PassagePartKind.TableRow;
        Assert.True(!char.IsWhiteSpace(passage.Text[0]) || mayBeginSo, "It begins with white space.");
        Assert.NotEmpty(passage.Title);
        Assert.True(passage.Line is null || passage.Line <= passage.EndLine);
        var end = 0;
        foreach (var part in passage.Parts)
        {
            Assert.True(part.Length >= 1 && part.Start >= end && part.Start + part.Length <= passage.Text.Length);
            Assert.True(string.IsNullOrWhiteSpace(passage.Text[end..part.Start]));
            end = part.Start + part.Length;
        }

        Assert.Equal(passage.Text.Length, end);
    }
}

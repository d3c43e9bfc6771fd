using Microsoft.Extensions.Logging.Abstractions;

namespace NotesBot.Notes.Tests.Splitting;

/// <summary>Over libraries of notes as people wrote them; skipped where there are none.</summary>
public sealed class RealNotesTests
{
    /// <summary>Made by generators and plug-ins: the names of their marks, and what is code of theirs, are no words of the notes.</summary>
    private static readonly string[] Generated = ["bsdegree", "cpsc330", "facultad", "kanopka", "log210", "more"];

    [Fact]
    public void GivenRealNotes_WhenSplit_ThenEveryWordOfEveryMarkdownFileIsInAPassage()
    {
        var lost = Files("*.md").Where(file => !IsGenerated(file.Path))
            .Select(file => (file.Path, Lost: Words.Seen(File.ReadAllText(file.Full)).Except(Words.Of(file.Reading.Passages)).ToList()))
            .Where(file => file.Lost.Count > 0).Select(file => $"{file.Path}: {string.Join(' ', file.Lost)}").ToList();

        Assert.Empty(lost);
    }

    [Fact]
    public void GivenRealNotes_WhenSplit_ThenEveryPassageKeepsItsPromises()
    {
        Assert.All(Files("*"), file => PassageRules.Check(file.Reading.Passages));
    }

    [Fact]
    public void GivenRealNotes_WhenSplit_ThenPassagesAreShortOnAverage()
    {
        var lengths = Files("*.md").SelectMany(file => file.Reading.Passages).Select(passage => passage.Text.Length).ToList();

        Assert.InRange(lengths.Average(), 300, 850);
    }

    private static bool IsGenerated(string path) => Generated.Contains(path.Split('/')[0]);

    private static List<(string Path, string Full, FileReading Reading)> Files(string pattern)
    {
        var shared = Environment.GetEnvironmentVariable("NOTESBOT_SHARED");
        Assert.SkipWhen(string.IsNullOrEmpty(shared), "NOTESBOT_SHARED does not name a folder with libraries of notes.");
        var root = Path.Combine(shared ?? "", "notes");
        var folder = new NotesFolder(new NotesOptions { Path = root }, NullLogger<NotesFolder>.Instance);
        return [.. Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            .Where(full => Path.GetExtension(full) is ".md" or ".ipynb" or ".txt")
            .Select(full => (Path.GetRelativePath(root, full), full, folder.Read(new NoteFile(Path.GetRelativePath(root, full), 0, default), TestContext.Current.CancellationToken)))];
    }
}

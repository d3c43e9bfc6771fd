namespace NotesBot.Tests.House;

/// <summary>The arrows inside the rooms; the compiler keeps those between them.</summary>
public sealed class FloorsTests
{
    public static TheoryData<string> Rooms => [.. Room.All().Select(room => room.Name)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void GivenARoom_WhenItsFoldersSeeEachOther_ThenInNoCircle(string name)
    {
        var room = Room.All().Single(room => room.Name == name);

        Assert.True(room.Circles().Count == 0, string.Join("\n", room.Circles()));
        Assert.Empty(room.Strays());
    }

    [Fact]
    public void GivenSearch_WhenAFileUsesOthers_ThenNoMoreThanTwelve()
    {
        var room = Room.All().Single(room => room.Name == "NotesBot.Search");

        Assert.All(room.Used(), file => Assert.True(file.Value.Count <= 12, $"{file.Key} uses {string.Join(", ", file.Value)}"));
    }
}

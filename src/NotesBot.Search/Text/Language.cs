namespace NotesBot.Search.Text;

/// <summary>Languages whose words can be related to each other.</summary>
internal enum Language
{
    /// <summary>Not known: words are taken as they are.</summary>
    None,
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
    Swedish,
}

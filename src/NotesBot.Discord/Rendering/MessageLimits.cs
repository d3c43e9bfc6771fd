namespace NotesBot.Discord.Rendering;

/// <summary>
/// What Discord allows in a message. Lengths are counted in UTF-16 units, which are never fewer than Discord's code points.
/// </summary>
/// <remarks>Pages "Component Reference" and "Message"; where a page is silent, what is known from practice.</remarks>
internal static class MessageLimits
{
    /// <summary>Characters of a classic message ("Message").</summary>
    internal const int Content = 2_000;

    /// <summary>Characters of all text displays of a message together (discord/discord-api-docs#8562).</summary>
    internal const int Text = 4_000;

    /// <summary>
    /// UTF-8 bytes of all text displays with <see cref="BytesPerText"/> for each; from 10,170 on the answer is 500
    /// (discord/discord-api-docs#8554).
    /// </summary>
    internal const int TextBytes = 9_900;

    /// <summary>What each text display adds to <see cref="TextBytes"/>.</summary>
    internal const int BytesPerText = 12;

    /// <summary>Components of a message, nested ones counted ("Component Reference").</summary>
    internal const int Components = 40;

    /// <summary>Buttons in a row.</summary>
    internal const int ButtonsPerRow = 5;

    /// <summary>Characters of a button's label.</summary>
    internal const int ButtonLabel = 80;

    /// <summary>Characters of a link button's address.</summary>
    internal const int ButtonUrl = 512;

    /// <summary>Choices of a select.</summary>
    internal const int SelectChoices = 25;

    /// <summary>Characters of a choice's label, value and description, and of an autocomplete choice's name and value.</summary>
    internal const int Choice = 100;

    /// <summary>Characters of a select's placeholder.</summary>
    internal const int SelectPlaceholder = 150;

    /// <summary>Characters of a form's title and of its labels.</summary>
    internal const int FormTitle = 45;

    /// <summary>Fields of a form ("Receiving and Responding"; the schema would take 40).</summary>
    internal const int FormFields = 5;

    /// <summary>Characters of a text field's placeholder.</summary>
    internal const int FieldPlaceholder = 100;

    /// <summary>Characters that a text field can take.</summary>
    internal const int FieldValue = 4_000;

    /// <summary>Columns of a line of code, which may go on in the next line (ours).</summary>
    internal const int CodeColumns = 60;

    /// <summary>Columns of an aligned table: a phone has room for hardly more, and a broken line misaligns all (ours).</summary>
    internal const int TableColumns = 32;
}

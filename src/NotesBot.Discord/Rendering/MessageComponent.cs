using System.Text.Json.Serialization;

namespace NotesBot.Discord.Rendering;

/// <summary>A component of a message or form, as it is sent. Components carry no <c>id</c>: Discord numbers them.</summary>
/// <remarks>Page "Component Reference". Lists hold the base type, since only then the type's number is written.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionRow), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(StringSelect), 3)]
[JsonDerivedType(typeof(TextInput), 4)]
[JsonDerivedType(typeof(Section), 9)]
[JsonDerivedType(typeof(TextDisplay), 10)]
[JsonDerivedType(typeof(Separator), 14)]
[JsonDerivedType(typeof(Container), 17)]
[JsonDerivedType(typeof(Label), 18)]
internal abstract record MessageComponent
{
    /// <summary>How many components this is, nested ones counted.</summary>
    internal virtual int Count => 1;
}

/// <summary>One to five buttons, or one select.</summary>
internal sealed record ActionRow(IReadOnlyList<MessageComponent> Components) : MessageComponent
{
    internal override int Count => 1 + Components.Count;
}

/// <summary>A button: either <see cref="CustomId"/> or, with style 5, <see cref="Url"/>.</summary>
internal sealed record Button(int Style, string Label) : MessageComponent
{
    /// <summary>Style of a button that the bot answers.</summary>
    internal const int Secondary = 2;

    /// <summary>Style of a button that opens a page.</summary>
    internal const int Link = 5;

    /// <summary>What comes back.</summary>
    public string? CustomId { get; init; }

    /// <summary>Where it leads.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it cannot be pressed; <see langword="null"/> for a button that can.</summary>
    public bool? Disabled { get; init; }
}

/// <summary>A list to choose one from.</summary>
internal sealed record StringSelect(string CustomId, IReadOnlyList<SelectOption> Options) : MessageComponent
{
    /// <summary>What stands there before a choice.</summary>
    public string? Placeholder { get; init; }
}

/// <summary>A choice of a select.</summary>
internal sealed record SelectOption(string Label, string Value)
{
    /// <summary>Smaller words below.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is chosen already; <see langword="null"/> for no.</summary>
    public bool? Default { get; init; }
}

/// <summary>A field of a form.</summary>
internal sealed record TextInput(string CustomId, int Style, int MaxLength) : MessageComponent
{
    /// <summary>Style of a field with one line.</summary>
    internal const int Short = 1;

    /// <summary>Style of a field with many lines.</summary>
    internal const int Paragraph = 2;

    /// <summary>What stands there before anything is typed.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Whether the form cannot be sent without it.</summary>
    public bool Required { get; init; } = true;
}

/// <summary>Texts with a button beside them.</summary>
internal sealed record Section(IReadOnlyList<MessageComponent> Components, MessageComponent Accessory) : MessageComponent
{
    internal override int Count => 2 + Components.Count;
}

/// <summary>Text with Discord's Markdown.</summary>
internal sealed record TextDisplay(string Content) : MessageComponent;

/// <summary>A line between components.</summary>
internal sealed record Separator(bool Divider = true, int Spacing = 1) : MessageComponent;

/// <summary>A frame around components.</summary>
internal sealed record Container(IReadOnlyList<MessageComponent> Components, int AccentColor) : MessageComponent
{
    internal override int Count => 1 + Components.Sum(component => component.Count);
}

/// <summary>A field of a form with its name.</summary>
internal sealed record Label([property: JsonPropertyName("label")] string Text, MessageComponent Component) : MessageComponent;

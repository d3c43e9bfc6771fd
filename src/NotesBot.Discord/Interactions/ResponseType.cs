namespace NotesBot.Discord.Interactions;

/// <summary>What the first response to an interaction is.</summary>
/// <remarks>Page "Receiving and Responding", section "Interaction Callback Type".</remarks>
internal enum ResponseType
{
    /// <summary>The endpoint lives.</summary>
    Pong = 1,

    /// <summary>A message.</summary>
    Message = 4,

    /// <summary>A message later; its flags are all it takes.</summary>
    DeferredMessage = 5,

    /// <summary>A change of the message later, with nothing to see until then.</summary>
    DeferredUpdate = 6,

    /// <summary>A change of the message that was pressed.</summary>
    Update = 7,

    /// <summary>Completions.</summary>
    Choices = 8,

    /// <summary>A form.</summary>
    Form = 9,
}

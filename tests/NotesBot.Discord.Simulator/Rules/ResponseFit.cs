namespace NotesBot.Discord.Simulator.Rules;

/// <summary>Which response fits which interaction: page "Receiving and responding", section "Interaction callback type".</summary>
internal static class ResponseFit
{
    /// <summary>Why a response type does not fit; <see langword="null"/> when it does.</summary>
    public static (Rule Rule, string Sentence)? Refusal(SimulatedInteraction interaction, int type) => interaction.Kind switch
    {
        InteractionKind.Command when type is 4 or 5 or 9 => null,
        InteractionKind.Component when type is 4 or 5 or 6 or 7 or 9 => null,
        InteractionKind.Autocomplete when type is 8 => null,
        InteractionKind.Ping when type is 1 => null,
        InteractionKind.Modal when type is 4 or 5 => null,
        InteractionKind.Modal when type is 6 or 7 && interaction.IsModalOfComponent => null,
        InteractionKind.Modal when type is 9 => (new Rule("IN-31", "RR"), "A modal cannot answer a modal."),
        InteractionKind.Autocomplete => (new Rule("IN-22", "RR"), $"Type {type} cannot answer an autocomplete; only 8 can."),
        _ => (new Rule("IN-32", "RR"), $"Type {type} cannot answer an interaction of type {(int)interaction.Kind}."),
    };
}

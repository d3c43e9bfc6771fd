using NotesBot.Discord.Simulator.Pages;

namespace NotesBot.Discord.Simulator.Console;

/// <summary>The console over plain text: for scripts and tests.</summary>
public static class SimulatorConsole
{
    /// <summary>Reads lines and writes what a person would see, until the input ends or says <c>quit</c>; how many lines could not be
    /// done.</summary>
    public static Task<int> RunAsync(DiscordSimulator discord, (TextReader Input, TextWriter Output) streams, int width,
        CancellationToken cancellationToken)
    {
        var screen = new Screen(streams.Input, streams.Output, editor: null);
        var view = new MessageView(width, colours: false);
        return new Chat(discord, new GatewayDelivery(discord), screen, view, new PageFolder(".")).RunAsync(cancellationToken);
    }
}

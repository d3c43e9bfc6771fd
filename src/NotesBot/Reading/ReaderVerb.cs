using System.Runtime.InteropServices;
using System.Threading.Channels;
using NotesBot.Notes;

namespace NotesBot.Reading;

/// <summary>
/// This program as the process that reads: takes orders from standard input and answers each on standard output. Nobody types it, so it is on no
/// help page.
/// </summary>
internal static class ReaderVerb
{
    /// <summary>The only argument.</summary>
    public const string Name = "read-notes";

    private const int LargeBytes = 1 << 20;

    // Ctrl-C and what ends a service go to this process, too. Its owner decides: a file must not be reported because somebody pressed a key.
    private static readonly PosixSignal[] LeftToTheOwner = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    /// <summary>Reads until standard input ends, which it does with the process that started this one, however that ends.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        var signals = LeftToTheOwner.Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true)).ToList();
        var orders = Channel.CreateUnbounded<ReadingOrder>();
        var listening = ListenAsync(orders.Writer);
        using var output = Console.OpenStandardOutput();
        await foreach (var order in orders.Reader.ReadAllAsync())
        {
            if (order.Content.Length > LargeBytes)
            {
                // What earlier files left behind must not count against this one: whether it fits would depend on the order of the files.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }

            var reading = NoteReader.Read(order, CancellationToken.None);
            await Frames.WriteAsync(output, reading.Serialize(), CancellationToken.None);
        }

        await listening;
        signals.ForEach(signal => signal.Dispose());
        return ExitCodes.Done;
    }

    /// <summary>Beside the reading, which may never end: without an owner it has no purpose, and would be left behind.</summary>
    private static async Task ListenAsync(ChannelWriter<ReadingOrder> orders)
    {
        using var input = Console.OpenStandardInput();
        try
        {
            while (true)
            {
                var order = await Frames.ReadAsync(input, CancellationToken.None);
                var content = await Frames.ReadAsync(input, CancellationToken.None);
                await orders.WriteAsync(ReadingOrder.Parse(order, content));
            }
        }
        catch (EndOfStreamException)
        {
            Environment.Exit(ExitCodes.Done);
        }
    }
}

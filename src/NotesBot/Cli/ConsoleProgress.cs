using System.Globalization;
using NotesBot.Indexing;

namespace NotesBot.Cli;

/// <summary>How far a refresh is: a bar in a terminal, a line every few seconds elsewhere, nothing in the first second.</summary>
internal sealed class ConsoleProgress(TextWriter writer, bool redirected, TimeProvider time) : IProgress<IndexProgress>, IDisposable
{
    private const int Width = 30;
    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();
    private TimeSpan next = TimeSpan.FromSeconds(1);
    private bool drawn;

    /// <inheritdoc/>
    public void Report(IndexProgress value)
    {
        lock (gate)
        {
            var elapsed = time.GetElapsedTime(started);
            if (elapsed < next)
            {
                return;
            }

            next = elapsed + (redirected ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(100));
            Draw(value);
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Finish()
    {
        lock (gate)
        {
            if (drawn && !redirected)
            {
                writer.Write("\r\u001b[K");
            }

            drawn = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Finish();

    private void Draw(IndexProgress value)
    {
        drawn = true;
        var share = value.Total == 0 ? 1 : (double)value.Done / value.Total;
        var filled = (int)(share * Width);
        writer.Write(redirected
            ? string.Create(CultureInfo.InvariantCulture, $"Reading notes: {value.Done} of {value.Total}\n")
            : string.Create(CultureInfo.InvariantCulture, $"\rReading notes [{new string('#', filled)}{new string('.', Width - filled)}] {value.Done} of {value.Total}"));
    }
}

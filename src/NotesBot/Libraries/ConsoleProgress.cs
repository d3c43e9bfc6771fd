using System.Globalization;
using NotesBot.Library;

namespace NotesBot.Libraries;

/// <summary>How far a refresh is: a bar in a terminal, a line every few seconds elsewhere, nothing in the first second.</summary>
internal sealed class ConsoleProgress(TextWriter writer, bool redirected, TimeProvider time) : IProgress<IndexProgress>, IDisposable
{
    private const int Width = 30;
    private readonly Lock _gate = new();
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromSeconds(1);
    private bool _drawn;

    /// <inheritdoc/>
    public void Report(IndexProgress value)
    {
        lock (_gate)
        {
            var elapsed = time.GetElapsedTime(_started);
            if (elapsed < _next)
            {
                return;
            }

            _next = elapsed + (redirected ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(100));
            Draw(value);
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            if (_drawn && !redirected)
            {
                writer.Write("\r\u001b[K");
            }

            _drawn = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Finish();

    private void Draw(IndexProgress value)
    {
        _drawn = true;
        var share = value.Total == 0 ? 1 : (double)value.Done / value.Total;
        var bar = new string('#', (int)(share * Width)).PadRight(Width, '.');
        writer.Write(redirected
            ? string.Create(CultureInfo.InvariantCulture, $"Reading notes: {value.Done} of {value.Total}\n")
            : string.Create(CultureInfo.InvariantCulture, $"\rReading notes [{bar}] {value.Done} of {value.Total}"));
    }
}

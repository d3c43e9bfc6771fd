using System.Globalization;
using NotesBot.Library;
using NotesBot.Search;

namespace NotesBot.Libraries;

/// <summary>How far reading is: a bar in a terminal, a line every few seconds elsewhere, nothing in the first second.</summary>
internal sealed class ConsoleProgress(TextWriter writer, bool redirected, TimeProvider time)
    : IProgress<IndexProgress>, IProgress<VectorProgress>, IDisposable
{
    private const int Width = 30;
    private readonly Lock _gate = new();
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromSeconds(1);
    private bool _drawn;

    /// <inheritdoc/>
    public void Report(IndexProgress value) => Report("Reading notes", value.Done, value.Total);

    /// <inheritdoc/>
    public void Report(VectorProgress value) => Report("Reading what they mean", value.Made, value.Of);

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

    private void Report(string what, int done, int total)
    {
        lock (_gate)
        {
            var elapsed = time.GetElapsedTime(_started);
            if (elapsed < _next)
            {
                return;
            }

            _next = elapsed + (redirected ? TimeSpan.FromSeconds(5) : TimeSpan.FromMilliseconds(100));
            Draw(what, done, total);
        }
    }

    private void Draw(string what, int done, int total)
    {
        _drawn = true;
        var share = total == 0 ? 1 : (double)done / total;
        var bar = new string('#', (int)(share * Width)).PadRight(Width, '.');
        writer.Write(redirected
            ? string.Create(CultureInfo.InvariantCulture, $"{what}: {done} of {total}\n")
            : string.Create(CultureInfo.InvariantCulture, $"\r{what} [{bar}] {done} of {total}"));
    }
}

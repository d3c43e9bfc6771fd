namespace NotesBot.Discord.Rest;

/// <summary>Reads bodies up to a limit: whoever answers may send gigabytes.</summary>
internal static class BoundedBody
{
    private const int FirstBytes = 4 * 1024;

    /// <summary>Reads the body.</summary>
    /// <returns>The bytes, at most the limit, and whether that was all.</returns>
    public static async Task<(ReadOnlyMemory<byte> Bytes, bool Whole)> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[FirstBytes];
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length >= DiscordLimits.ResponseBytes)
            {
                return (buffer.AsMemory(0, length), false);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * length);
            }
        }

        return (buffer.AsMemory(0, length), true);
    }

    /// <summary>Reads the body and puts it back, so that it can be read again.</summary>
    public static async Task<ReadOnlyMemory<byte>> BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (bytes, _) = await ReadAsync(response.Content, cancellationToken);
        response.Content.Dispose();
        response.Content = new ReadOnlyMemoryContent(bytes);
        return bytes;
    }
}

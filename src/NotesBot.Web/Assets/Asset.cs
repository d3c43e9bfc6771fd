using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace NotesBot.Web.Assets;

/// <summary>A file that the pages load: part of the program, and named by its content, so that a browser may keep it.</summary>
internal sealed class Asset
{
    private readonly byte[] _bytes;
    private readonly string _mediaType;

    private Asset(string name, string mediaType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        _bytes = new byte[stream.Length];
        stream.ReadExactly(_bytes);
        _mediaType = mediaType;
        Path = "/" + name;
        Url = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(_bytes))[..12]}";
    }

    internal static Asset Style { get; } = new("page.css", "text/css; charset=utf-8");

    internal static Asset Script { get; } = new("page.js", "text/javascript; charset=utf-8");

    internal static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    internal static IReadOnlyList<Asset> All { get; } = [Style, Script, Icon];

    /// <summary>Where it is.</summary>
    internal string Path { get; }

    /// <summary>The same with its content's name behind it.</summary>
    internal string Url { get; }

    /// <summary>Sends it.</summary>
    internal Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = _mediaType;
        context.Response.ContentLength = _bytes.Length;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return context.Response.Body.WriteAsync(_bytes, context.RequestAborted).AsTask();
    }
}

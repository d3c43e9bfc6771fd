using System.Text;

namespace NotesBot.Discord.Rendering;

/// <summary>Addresses that the bot makes links of: http and https, without a name or password that could pass for the host.</summary>
internal static class LinkAddress
{
    /// <summary>The address as it is sent; <see langword="null"/> when no link may lead there or it is too long for a button.</summary>
    internal static string? Of(string? url) =>
        Parse(url) is { } uri && uri is { Scheme: "http" or "https", UserInfo: "", Host.Length: > 0 }
        && Strict(uri) is { Length: <= MessageLimits.ButtonUrl } address
            ? address
            : null;

    /// <summary>
    /// The framework leaves brackets and a second <c>#</c> as they are. Discord's description asks for RFC 3986, which has none.
    /// </summary>
    private static string Strict(Uri uri)
    {
        var fragment = uri.Fragment.TrimStart('#').Replace("#", "%23", StringComparison.Ordinal);
        return uri.GetLeftPart(UriPartial.Authority) + WithoutBrackets(uri.PathAndQuery + (fragment.Length > 0 ? $"#{fragment}" : ""));
    }

    private static string WithoutBrackets(string part) =>
        part.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);

    /// <summary>The framework's parser breaks on some hostile addresses instead of saying that they are none.</summary>
    private static Uri? Parse(string? url)
    {
        try
        {
            return Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : null;
        }
        catch (IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>A masked link of ours; <see langword="null"/> when there is no such address, or the label itself looks like one.</summary>
    internal static string? Masked(string label, string? url) =>
        Of(url) is not { } address || TextCleaner.IsBlank(label) || LooksLikeAddress(label)
            ? null
            : $"[{MarkdownEscaper.Escape(label)}](<{Encode(address)}>)";

    /// <summary>A label that names another place than it leads to would deceive, and the client shows no link then.</summary>
    private static bool LooksLikeAddress(string label) => label.Contains("//", StringComparison.Ordinal) || CodeLike.Find(label).Count > 0;

    /// <summary>What would end the link, or ping from inside of it: a note may be called <c>@everyone.md</c>.</summary>
    private static string Encode(string address)
    {
        var encoded = new StringBuilder(address.Length);
        foreach (var c in address)
        {
            encoded.Append(c is '(' or ')' or '[' or ']' or '<' or '>' or '\\' or '`' or '|' or '*' or '@' ? $"%{(int)c:X2}" : c.ToString());
        }

        return encoded.ToString();
    }
}

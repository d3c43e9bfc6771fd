using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NotesBot.Hosting;

namespace NotesBot.Fuzz.Targets;

/// <summary>
/// The webhook of a git host. Of every three requests one is rightly signed, one has a signature out of the input, and one a token out of it.
/// </summary>
internal sealed class WebhookTarget() : FuzzTarget("webhook", Bytes("""{"ref":"refs/heads/main","repository":{"id":1}}""", Signature, Secret))
{
    private const string Secret = "a secret of the host";
    private const string Signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    private readonly WebhookSecret _secret = new(Secret);
    private int _nudges;

    /// <inheritdoc/>
    internal override IReadOnlyList<byte[]> Words { get; } = Bytes("sha256=", "sha1=", Secret, "\r\n", "\0");

    /// <inheritdoc/>
    internal override void Take(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input);
        var context = new DefaultHttpContext { Request = { Method = "POST", Path = WebhookRequest.Path, Body = new MemoryStream(input) } };
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(new BodySize());
        var isProven = input.Length % 3 == 0;
        if (input.Length % 3 == 1)
        {
            context.Request.Headers["X-Gitlab-Token"] = text;
            isProven = text == Secret;
        }
        else
        {
            context.Request.Headers["X-Hub-Signature-256"] = isProven
                ? "sha256=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), input))
                : text[..Math.Min(text.Length, 71)];
        }

        var nudges = _nudges;
        new WebhookRequest(context, _secret, () => _nudges++).AnswerAsync().GetAwaiter().GetResult();

        Hold(context.Response.StatusCode == (isProven ? 202 : 401), $"status {context.Response.StatusCode}");
        Hold(_nudges == nudges + (isProven ? 1 : 0), "the notes are looked at for whom is proven, and for nobody else");
    }

    private sealed class BodySize : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }
}

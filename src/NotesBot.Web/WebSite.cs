using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using NotesBot.Commands;
using NotesBot.Commands.Contract;
using NotesBot.Web.Serving;

namespace NotesBot.Web;

/// <summary>The bot in a web page, and its JSON: it listens from <c>StartAsync</c> until it is disposed of.</summary>
public sealed class WebSite : IAsyncDisposable
{
    private readonly WebApplication _web;

    private WebSite(WebApplication web) => _web = web;

    /// <summary>Where a browser on this machine finds it, with a slash at its end.</summary>
    public string Address
    {
        get
        {
            var listening = _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return listening.Replace("//[::]:", "//localhost:", StringComparison.Ordinal)
                .Replace("//0.0.0.0:", "//localhost:", StringComparison.Ordinal).TrimEnd('/') + "/";
        }
    }

    /// <summary>Begins to listen: on the port that is set, else on the usual one, or on any where that is taken.</summary>
    /// <param name="commands">What answers.</param>
    /// <param name="context">The library.</param>
    /// <param name="options">Where it listens, and for whom.</param>
    /// <param name="loggers">Hear what goes wrong.</param>
    /// <param name="cancellationToken">Ends the beginning.</param>
    /// <exception cref="IOException">The port that is set is taken, or not to be had.</exception>
    public static async Task<WebSite> StartAsync(
        CommandSet commands, CommandContext context, WebOptions options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        Func<WebApplication> build = () => Build(commands, context, options, loggers);
        try
        {
            return await ListenAsync(build(), UrlOf(options.Address, options.Port ?? WebOptions.UsualPort), cancellationToken);
        }
        catch (IOException) when (options.Port is null)
        {
            return await ListenAsync(build(), UrlOf(options.Address, 0), cancellationToken);
        }
    }

    /// <summary>Takes no more requests, and ends those that it has.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _web.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static string UrlOf(string address, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"http://{(address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address)}:{port}");

    private static async Task<WebSite> ListenAsync(WebApplication web, string url, CancellationToken cancellationToken)
    {
        web.Urls.Add(url);
        try
        {
            await web.StartAsync(cancellationToken);
            return new WebSite(web);
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(CommandSet commands, CommandContext context, WebOptions options, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(loggers);
        builder.Services.AddRouting();
        builder.Services.AddProblemDetails();
        builder.Services.AddRateLimiter(Guards.Limit);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractJson.Readable);
        });
        builder.Services.AddOpenApi(api => api.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = options.Title, Version = "1", Description = "Passages of notes that answer questions." };
            return Task.CompletedTask;
        }));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
        });
        var web = builder.Build();
        web.Use(Guards.Seal);
        if (!options.IsPublic)
        {
            web.Use(Guards.OnlyHere);
        }

        web.UseRateLimiter();
        web.UseRouting();
        new PageEndpoints(commands, context, options).Map(web);
        new ApiEndpoints(new JsonAnswers(context)).Map(web);
        web.MapOpenApi();
        return web;
    }
}

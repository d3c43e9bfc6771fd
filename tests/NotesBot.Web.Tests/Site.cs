using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Commands;
using NotesBot.Library;
using NotesBot.Notes;
using NotesBot.Notes.Sources;
using NotesBot.Search;

namespace NotesBot.Web.Tests;

/// <summary>Temporary notes with a page of them on loopback, and a browser that runs no script. All is gone at the end.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("notesbot-").FullName;
    private FreshLibrary? _library;
    private WebSite? _site;

    internal HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false });

    internal string Address => _site!.Address;

    /// <summary>Two weeks of a course, with code, a table, a formula and a picture.</summary>
    internal static Task<Site> OfCourseAsync(params (string Key, string Value)[] settings)
    {
        var site = new Site();
        site.Write("README.md", """
            # Notes

            ## Syllabus

            ### Course 1: Models at work

            - Week 1: Deployment
            - Week 2: Monitoring
            """);
        site.Write("course1/week1/deployment.md", """
            # Deployment

            ## Canary

            A canary release sends a small share of the traffic to the new model before all of it follows.

            ## Shadow

            A shadow deployment runs beside the old model and its answers are not used.

            | Kind | Traffic |
            | --- | --- |
            | canary | a tenth |
            | shadow | none |
            """);
        site.Write("course1/week2/monitoring.md", """
            # Monitoring

            ## Data drift

            Data drift means that $P(X)$ changes after the training of a model.

            ## Picture of drift

            The histogram moves to the right.

            ![Two histograms](drift.png)

            ## Concept drift

            Concept drift means that the relation between input and label changes.

            ```python
            assert drift < 0.1 and "a" < "b"
            ```
            """);
        site.WriteBytes("course1/week2/drift.png", Png);
        return site.OpenAsync(settings);
    }

    /// <summary>A picture of one pixel.</summary>
    internal static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    internal void Write(string path, string text) => WriteBytes(path, System.Text.Encoding.UTF8.GetBytes(text));

    internal void WriteBytes(string path, byte[] bytes)
    {
        var full = Path.Combine(_root, "notes", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    /// <summary>Reads the notes and opens the page.</summary>
    internal async Task<Site> OpenAsync(params (string Key, string Value)[] settings)
    {
        var token = TestContext.Current.CancellationToken;
        var options = new LibraryOptions(
            new NotesOptions { Path = Path.Combine(_root, "notes") }, new SearchOptions { HasThesaurus = false }, Path.Combine(_root, "index"));
        var tools = new LibraryTools(static () => new InProcess(), TimeProvider.System, NullLoggerFactory.Instance);
        _library = FreshLibrary.Open(options, NotesSource.Of(options.Notes, Path.Combine(_root, "clone"), tools.Time, tools.Loggers), tools);
        await _library.RefreshAsync(progress: null, token);
        var context = new CommandContext(_library.Searcher, static place => $"https://host.example/{place.Path}", TimeProvider.System, "1.2.3")
        {
            ReadPictureAsync = (path, cancellation) => _library.ReadPictureAsync(path, RasterPicture.MaxBytes, cancellation),
        };
        var commands = CommandSet.Create(context, NullLogger<CommandSet>.Instance, new Random(1));
        _site = await WebSite.StartAsync(commands, context, OptionsOf(settings, []), NullLoggerFactory.Instance, token);
        Http.BaseAddress = new Uri(_site.Address);
        return this;
    }

    /// <summary>The options of these settings; the port is any that is free.</summary>
    internal static WebOptions OptionsOf(IEnumerable<(string Key, string Value)> settings, List<string> faults)
    {
        var values = settings.Append(("Port", "0")).DistinctBy(pair => pair.Item1)
            .Select(pair => new KeyValuePair<string, string?>($"Web:{pair.Item1}", pair.Item2));
        return WebOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Web"), faults);
    }

    internal async Task<IHtmlDocument> GetAsync(string path)
    {
        var html = await Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    internal Task<HttpResponseMessage> SendAsync(string path) =>
        Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    internal async Task<JsonDocument> JsonAsync(string path) =>
        JsonDocument.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    internal Task<IHtmlDocument> AskAsync(string line) => GetAsync("/?q=" + Uri.EscapeDataString(line));

    /// <summary>Presses the button with these words, as a browser without script does.</summary>
    internal Task<IHtmlDocument> PressAsync(IHtmlDocument page, string words)
    {
        var button = page.QuerySelectorAll(".reply button").OfType<IHtmlButtonElement>().Single(button => button.TextContent == words);
        var hidden = button.Form!.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => (input.Name, input.Value));
        (string?, string)[] own = button.Name is { Length: > 0 } name ? [(name, button.Value)] : [];
        return SubmitAsync([.. hidden, .. own]);
    }

    /// <summary>Chooses from the select of a page.</summary>
    internal Task<IHtmlDocument> ChooseAsync(IHtmlDocument page, string value) =>
        SubmitAsync([("press", ((IHtmlInputElement)page.QuerySelector("form.select input[name=press]")!).Value), ("value", value)]);

    /// <summary>Fills the form of a page.</summary>
    internal Task<IHtmlDocument> FillAsync(IHtmlDocument page, string text) => SubmitAsync(
    [
        ("press", ((IHtmlInputElement)page.QuerySelector("form.form input[name=press]")!).Value),
        (((IHtmlInputElement)page.QuerySelector("form.form label input")!).Name, text),
    ]);

    private Task<IHtmlDocument> SubmitAsync(IEnumerable<(string? Name, string Value)> fields) =>
        GetAsync("/?" + string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);
        _library?.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private sealed class InProcess : IReaderProcess
    {
        public Task<FileReading> ReadAsync(ReadingOrder order, CancellationToken cancellationToken) =>
            Task.FromResult(NoteReader.Read(order, cancellationToken));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

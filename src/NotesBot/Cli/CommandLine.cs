using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Options;
using NotesBot.Commands;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Cli;

/// <summary>The command line: what can be typed, and the one place where a broken promise becomes a sentence and an exit code.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Notes = Folder("--notes", "The folder of notes (default: notes)");
    private static readonly Option<string?> Index = Folder("--index", "Where the index is kept (default: index)");
    private static readonly Option<string?> Config = Named("--config", "The file of settings (default: appsettings.json beside the program)", "FILE");
    private static readonly Option<int?> Course = Number("--course", "Only this course");
    private static readonly Option<int?> Week = Number("--week", "Only this week");
    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON (its shape is in the README)" };

    // Ctrl-C and SIGTERM: what runs is asked to end, and ended after this.
    private static readonly TimeSpan MaxStop = TimeSpan.FromSeconds(5);

    /// <summary>Runs what was typed.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // An argument that begins with @ is text of a question, not a file of arguments.
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var faults = FaultsOf(parsed);
        if (faults.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', faults));
            await Console.Error.WriteLineAsync("NotesBot --help says what there is.");
            return ExitCodes.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = MaxStop,
            });
        }
        catch (SettingsException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCodes.WrongUse;
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', exception.Failures));
            return ExitCodes.WrongUse;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Failure;
        }
        catch (Exception exception) when (IsFailure(exception))
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCodes.Failure;
        }
    }

    private static bool IsFailure(Exception exception) => exception is
        IndexLockedException or IndexUnavailableException or IndexWriteException or NotesUnavailableException or TransportStoppedException;

    private static RootCommand Root()
    {
        var root = new RootCommand("Answers questions from a folder of notes: in this terminal, or on Discord when a bot token is set.")
        {
            Notes, Index, Config, RunVerb(), IndexVerb(), FindVerb(), SyllabusVerb(), HealthVerb(), DoctorVerb(),
        };
        root.SetAction((parsed, token) => RunCommand.RunAsync(SettingsOf(parsed, forBot: true), token));
        return root;
    }

    private static Command RunVerb()
    {
        var run = new Command("run", "The bot on Discord if a token is set, else a chat in this terminal (the default)");
        run.SetAction((parsed, token) => RunCommand.RunAsync(SettingsOf(parsed, forBot: true), token));
        return run;
    }

    private static Command IndexVerb()
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Begin anew instead of reading only what changed" };
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait for the vectors of the sentence model: the bot makes them when it runs" };
        var index = new Command("index", "Bring the index up to date and say what could not be read") { rebuild, noWait };
        index.SetAction((parsed, token) => IndexCommand.RunAsync(SettingsOf(parsed), parsed.GetValue(rebuild), !parsed.GetValue(noWait), token));
        return index;
    }

    private static Command FindVerb()
    {
        var query = new Argument<string[]>("query")
        {
            Description = "Words, an acronym or a whole question",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var top = Number("--top", "How many passages at most, 1 to 100");
        var batch = new Option<string?>("--batch") { Description = "Ask every question of a file of JSON lines", HelpName = "FILE" };
        var explain = new Option<bool>("--explain") { Description = "Say for each passage what gave it its place" };
        var find = new Command("find", "Find passages in the notes") { query, Course, Week, top, batch, explain, Json };
        find.SetAction((parsed, token) => FindCommandLine.RunAsync(
            SettingsOf(parsed),
            new FindArguments(string.Join(' ', parsed.GetValue(query) ?? []), parsed.GetValue(Course), parsed.GetValue(Week))
            {
                Top = parsed.GetValue(top),
                Batch = parsed.GetValue(batch),
                Explain = parsed.GetValue(explain),
                Json = parsed.GetValue(Json),
            },
            token));
        return find;
    }

    private static Command SyllabusVerb()
    {
        var syllabus = new Command("syllabus", "Show the courses and weeks, and which of them have notes") { Course, Week, Json };
        syllabus.SetAction((parsed, token) => SyllabusCommandLine.RunAsync(
            SettingsOf(parsed), parsed.GetValue(Course), parsed.GetValue(Week), parsed.GetValue(Json), token));
        return syllabus;
    }

    private static Command HealthVerb()
    {
        var health = new Command("health", "Exit code 0 if the bot that uses this index is running and can answer");
        health.SetAction(parsed => HealthCommand.Run(SettingsOf(parsed), TimeProvider.System));
        return health;
    }

    private static Command DoctorVerb()
    {
        var doctor = new Command("doctor", "Look at everything that can be wrong, and say what mends it") { Json };
        doctor.SetAction((parsed, token) => DoctorCommand.RunAsync(() => SettingsOf(parsed, forBot: true), parsed.GetValue(Json), token));
        return doctor;
    }

    private static Option<string?> Folder(string name, string description) => Named(name, description, "DIR");

    private static Option<string?> Named(string name, string description, string what) =>
        new(name) { Description = description, HelpName = what, Recursive = true };

    private static Option<int?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            result.AddError($"{name} is {text}: give a number.");
            return null;
        },
    };

    private static List<string> FaultsOf(ParseResult parsed)
    {
        List<string> faults = [.. parsed.Errors.Select(error => error.Message)];
        if (faults.Count == 0 && UnknownOption(parsed) is { } option)
        {
            faults.Add($"There is no option {option}; a word of the question that begins with -- goes after a --.");
        }

        return faults;
    }

    /// <summary>A question takes any word, and so a mistyped option, too: it would be searched for.</summary>
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;

    private static Settings SettingsOf(ParseResult parsed, bool forBot = false) =>
        Settings.Load(new SettingsArguments(parsed.GetValue(Notes), parsed.GetValue(Index), parsed.GetValue(Config)), forBot);
}

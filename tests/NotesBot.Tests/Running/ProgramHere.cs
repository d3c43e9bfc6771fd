using System.Reflection;
using System.Text;

namespace NotesBot.Tests.Running;

/// <summary>
/// The program's entry point, run in this process: for commands that end by themselves and are told everything by arguments and files, since
/// working folder and environment are the process's own. A process of its own takes a second to start, most of which is compiling.
/// </summary>
internal static class ProgramHere
{
    private static readonly AsyncLocal<Written?> Here = new();

    static ProgramHere()
    {
        RunningProgram.Clear(Environment.GetEnvironmentVariables().Keys.Cast<string>(), name => Environment.SetEnvironmentVariable(name, null));
        Environment.SetEnvironmentVariable("Search__Model", "None");
        Console.SetOut(new Branch(Console.Out, written => written.Output));
        Console.SetError(new Branch(Console.Error, written => written.Errors));
    }

    /// <summary>Runs a command to its end over the notes and the index on disk, unless the arguments name others or a file of settings.</summary>
    public static async Task<Ended> RunAsync(NotesOnDisk disk, params string[] arguments)
    {
        string[] given = arguments.Contains("--config") ? [] : [.. Unless("--notes", disk.Notes, arguments), .. Unless("--index", disk.Index, arguments)];
        string[] all = [arguments[0], .. given, .. arguments[1..]];
        var written = new Written(new StringBuilder(), new StringBuilder());
        var program = Assembly.Load("NotesBot").EntryPoint!;
        var exitCode = await Task.Run(() =>
        {
            Here.Value = written;
            return (int)program.Invoke(null, [all])!;
        });
        return new Ended(exitCode, TextOf(written.Output), RunningProgram.WithoutProgress(TextOf(written.Errors)));
    }

    private static string TextOf(StringBuilder text) => text.ToString().ReplaceLineEndings("\n");

    private static string[] Unless(string option, string value, string[] arguments) => arguments.Contains(option) ? [] : [option, value];

    private sealed record Written(StringBuilder Output, StringBuilder Errors);

    /// <summary>Gives what one run writes to that run: others may write at the same time.</summary>
    private sealed class Branch(TextWriter others, Func<Written, StringBuilder> choose) : TextWriter
    {
        public override Encoding Encoding => others.Encoding;

        public override void Write(char value)
        {
            if (Here.Value is not { } written)
            {
                others.Write(value);
                return;
            }

            lock (written)
            {
                choose(written).Append(value);
            }
        }
    }
}

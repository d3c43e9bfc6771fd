using NotesBot.Cli;
using NotesBot.Reading;

return args is [ReaderVerb.Name] ? await ReaderVerb.RunAsync() : await CommandLine.RunAsync(args);

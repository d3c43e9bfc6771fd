using NotesBot.Cli;
using NotesBot.Reading;
using NotesBot.Search;

if (args is ["find", ..])
{
    // One question and the end: most of its time goes by until everything is loaded, so that it is loaded while the arguments are read.
    _ = Task.Run(PassageSearcher.Prepare);
}

return args is [ReaderVerb.Name] ? await ReaderVerb.RunAsync() : await CommandLine.RunAsync(args);

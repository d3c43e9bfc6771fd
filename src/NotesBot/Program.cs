using NotesBot.Cli;
using NotesBot.Reading;
using NotesBot.Search;

if (args is ["find", ..] && Environment.ProcessorCount > 1)
{
    // One question and the end: most of its time goes by until everything is loaded, so another core does that while the arguments are read.
    _ = Task.Run(PassageSearcher.Prepare);
}

return args is [ReaderVerb.Name] ? await ReaderVerb.RunAsync() : await CommandLine.RunAsync(args);

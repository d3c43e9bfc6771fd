using NotesBot.Cli;

return await CommandLine.RunAsync(args);

return await NotesBot.Discord.Simulator.Console.SimulatorProgram.RunAsync(args);

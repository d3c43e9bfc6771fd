using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NotesBot.Commands;
using NotesBot.Discord;
using NotesBot.Ping;

// FOLDER: connects as the bot does, with all its manners, and answers /ping; what it must remember is kept in the folder.
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Configuration.AddEnvironmentVariables();
builder.Services.AddDiscord(args[0]);
builder.Services.AddSingleton(provider => new CommandSet([new PingCommand()], provider.GetRequiredService<ILogger<CommandSet>>(), new Random()));
using var host = builder.Build();
await host.Services.GetRequiredService<ITransport>().RunAsync(CancellationToken.None);

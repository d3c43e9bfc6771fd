using Microsoft.Extensions.Logging;
using NotesBot.Notes;

namespace NotesBot.Library;

/// <summary>What a library that is kept fresh works with.</summary>
/// <param name="Readers">Gives a process that reads what may hurt; asked once a look, and disposed of at its end.</param>
/// <param name="Time">The clock.</param>
/// <param name="Loggers">Hear what happens.</param>
public sealed record LibraryTools(Func<IReaderProcess> Readers, TimeProvider Time, ILoggerFactory Loggers);

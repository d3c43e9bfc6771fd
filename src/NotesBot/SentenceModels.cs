#if MEANING
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Meaning;
#endif
using NotesBot.Search;

namespace NotesBot;

/// <summary>The sentence model that <c>Search:Model</c> names.</summary>
internal static class SentenceModels
{
    private const string Shipped = "MiniLM";

    /// <summary>The model; <see langword="null"/> for words alone, wanted so or since this program was built without models.</summary>
    /// <param name="name"><c>MiniLM</c>, <c>None</c> or a folder; <see langword="null"/> for the model that comes with the program.</param>
    /// <param name="index">The folder of the index: the vectors lie in it.</param>
    /// <param name="faults">Takes a sentence where the name is of nothing.</param>
    public static ISentenceModel? Of(string? name, string index, List<string> faults)
    {
        if ("None".Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isShipped = name is null || Shipped.Equals(name, StringComparison.OrdinalIgnoreCase);
        var folder = isShipped ? Path.Combine(AppContext.BaseDirectory, "models", Shipped) : name!;
        if (!isShipped && !File.Exists(Path.Combine(folder, "model.json")))
        {
            faults.Add($"Search:Model is {name}, a folder without a model.json: set MiniLM, None, or the folder of a model.");
            return null;
        }

#if MEANING
        return new PassageVectors(folder, index, NullLogger.Instance);
#else
        _ = (folder, index);
        if (name is not null)
        {
            faults.Add($"Search:Model is {name}, but this program was built without sentence models: take the setting away, or set None.");
        }

        return null;
#endif
    }
}

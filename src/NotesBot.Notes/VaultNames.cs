namespace NotesBot.Notes;

/// <summary>
/// Finds files as vaults of notes name them: from the root without a slash, or by their name alone, wherever they lie. Where nothing says that
/// the notes are a vault, only a target with a space is one: other Markdown writes %20.
/// </summary>
internal sealed class VaultNames
{
    private readonly Dictionary<string, string?> _paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the folder of a program for vaults lies among the notes.</summary>
    internal bool IsVault { get; set; }

    /// <summary>Takes in a file. Of a name that several have none is found: the wrong picture is worse than none.</summary>
    internal void Add(string name, string path) => _paths[name] = _paths.ContainsKey(name) ? null : path;

    /// <summary>Whether some file, perhaps several, bears the name.</summary>
    internal bool Has(string target, Func<string, bool> hasFile) => Applies(target) && (hasFile(target) || _paths.ContainsKey(NameOf(target)));

    /// <summary>The file; <see langword="null"/> when there is none, or several.</summary>
    internal string? Find(string target, Func<string, bool> hasFile) =>
        !Applies(target) ? null : hasFile(target) ? target : _paths.GetValueOrDefault(NameOf(target));

    private bool Applies(string target) =>
        (IsVault || target.Contains(' ', StringComparison.Ordinal)) && target.Length > 0 && target[0] is not ('/' or '.') && !target.Contains(':', StringComparison.Ordinal);

    private static string NameOf(string target) => target[(target.LastIndexOf('/') + 1)..];
}

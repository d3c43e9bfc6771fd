namespace NotesBot.Notes.Reading;

/// <summary>A reader gives up on a file. The message is the reason, a sentence for the owner of the notes.</summary>
internal sealed class UnreadableNoteException : Exception
{
    internal UnreadableNoteException(string reason) : base(reason)
    {
    }

    internal UnreadableNoteException(string reason, Exception cause) : base(reason, cause)
    {
    }
}

using NotesBot.Commands;

namespace NotesBot.Web.Markup;

/// <summary>A picture of the notes, by the address that gives only such.</summary>
internal static class PictureHtml
{
    /// <summary>Writes it; a picture that says nothing of itself is for the eyes alone.</summary>
    internal static Html Of(NotePicture picture) =>
        Html.Of($"<img src=\"{Address.OfPicture(picture.Passage)}\" alt=\"{picture.Description}\" loading=\"lazy\" decoding=\"async\">");
}

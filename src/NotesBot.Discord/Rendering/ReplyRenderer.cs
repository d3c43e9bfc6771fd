using System.Globalization;
using System.Text.Json;
using NotesBot.Commands;

namespace NotesBot.Discord.Rendering;

/// <summary>
/// Makes of a <see cref="Reply"/> what Discord takes: a message of components (or, as a last resort, of short classic text), a form, or
/// completions, as UTF-8 JSON. Equal replies give equal bytes. Nobody is ever pinged.
/// </summary>
internal static class ReplyRenderer
{
    /// <summary>Room of a classic text: shorter than it could be, since it goes out when something longer failed.</summary>
    private static readonly TextBudget ClassicRoom = new(1_500, 4_000);

    /// <summary>From this length on a form's field has several lines.</summary>
    private const int ParagraphLength = 300;

    /// <summary>A new message.</summary>
    internal static byte[] Message(Reply reply, bool isPrivate) => JsonSerializer.SerializeToUtf8Bytes(
        new ComponentMessage(MessageFlags.IsComponentsV2 | Private(isPrivate), ReplyLayout.Components(reply)),
        MessageJson.Relaxed.ComponentMessage);

    /// <summary>A message in the place of an older one. The flag of components stays set.</summary>
    /// <param name="reply">What to show.</param>
    /// <param name="isClassic">Whether the older message (or a deferred one) is classic.</param>
    internal static byte[] Edit(Reply reply, bool isClassic)
    {
        var components = ReplyLayout.Components(reply);
        return isClassic
            ? JsonSerializer.SerializeToUtf8Bytes(
                new ComponentMessageForClassic(MessageFlags.IsComponentsV2, components), MessageJson.Relaxed.ComponentMessageForClassic)
            : JsonSerializer.SerializeToUtf8Bytes(
                new ComponentMessage(MessageFlags.IsComponentsV2, components), MessageJson.Relaxed.ComponentMessage);
    }

    /// <summary>A short message of text alone.</summary>
    internal static byte[] ClassicMessage(Reply reply, bool isPrivate) => JsonSerializer.SerializeToUtf8Bytes(
        new ClassicMessage(MessageFlags.SuppressEmbeds | Private(isPrivate), ClassicText.Of(reply, ClassicRoom)),
            MessageJson.Relaxed.ClassicMessage);

    /// <summary>
    /// A short text in the place of an older message; of one text display where that has components, since it can never be classic
    /// again.
    /// </summary>
    internal static byte[] ClassicEdit(Reply reply, bool isClassic)
    {
        var text = ClassicText.Of(reply, ClassicRoom);
        return isClassic
            ? JsonSerializer.SerializeToUtf8Bytes(new ClassicMessage(MessageFlags.SuppressEmbeds, text), MessageJson.Relaxed.ClassicMessage)
            : JsonSerializer.SerializeToUtf8Bytes(
                new ComponentMessage(MessageFlags.IsComponentsV2, [new TextDisplay(text)]), MessageJson.Relaxed.ComponentMessage);
    }

    /// <summary>A form.</summary>
    internal static byte[] Form(ReplyForm form)
    {
        var fields = form.Fields.Take(MessageLimits.FormFields).Select(Field);
        return JsonSerializer.SerializeToUtf8Bytes(
            new FormData(ActionStateCodec.Encode(form.State), Graphemes.CutLine(form.Title, MessageLimits.FormTitle), [.. fields]),
            MessageJson.Relaxed.FormData);
    }

    /// <summary>Completions: at most 25, names and values at most 100 characters, no value twice.</summary>
    /// <param name="choices">What to offer.</param>
    /// <param name="isNumber">Whether the option is a whole number: then what is none is left out.</param>
    internal static byte[] Choices(IReadOnlyList<Choice> choices, bool isNumber)
    {
        var cut = choices.Where(choice => !TextCleaner.IsBlank(choice.Label) && !TextCleaner.IsBlank(choice.Value))
            .Select(choice => new TextChoice(
                Graphemes.CutLine(choice.Label, MessageLimits.Choice), Graphemes.CutLine(choice.Value, MessageLimits.Choice, ellipsis: "")))
            .DistinctBy(choice => choice.Value);
        return isNumber
            ? JsonSerializer.SerializeToUtf8Bytes(new NumberChoices([.. Numbers(cut).Take(MessageLimits.SelectChoices)]),
                MessageJson.Relaxed.NumberChoices)
            : JsonSerializer.SerializeToUtf8Bytes(new TextChoices([.. cut.Take(MessageLimits.SelectChoices)]),
                MessageJson.Relaxed.TextChoices);
    }

    private static int Private(bool isPrivate) => isPrivate ? MessageFlags.Ephemeral : 0;

    private static IEnumerable<NumberChoice> Numbers(IEnumerable<TextChoice> choices)
    {
        foreach (var choice in choices)
        {
            if (long.TryParse(choice.Value, CultureInfo.InvariantCulture, out var number))
            {
                yield return new NumberChoice(choice.Name, number);
            }
        }
    }

    private static Label Field(FormField field)
    {
        var maxLength = Math.Clamp(field.MaxLength, 1, MessageLimits.FieldValue);
        var placeholder = Graphemes.CutLine(field.Placeholder, MessageLimits.FieldPlaceholder);
        var input = new TextInput(field.Name, maxLength > ParagraphLength ? TextInput.Paragraph : TextInput.Short, maxLength)
        {
            Placeholder = placeholder.Length == 0 ? null : placeholder,
        };
        return new Label(Graphemes.CutLine(field.Label, MessageLimits.FormTitle), input);
    }
}

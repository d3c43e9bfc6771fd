using NotesBot.Commands;
using NotesBot.Web.Markup;

namespace NotesBot.Web.Pages;

/// <summary>A reply as a part of a page: what a person can press are buttons of forms, so that they work without script.</summary>
/// <param name="texts">Words of the reader's language.</param>
/// <param name="isPrivate">Whether only the person who asked sees it.</param>
internal sealed class ReplyHtml(PageTexts texts, bool isPrivate)
{
    /// <summary>Writes it.</summary>
    internal Html Write(Reply reply)
    {
        var content = reply is { Delivery: Delivery.Form, Form: { } form } ? Form(form) : Html.Join(reply.Blocks.Select(Block));
        var mark = Html.If(isPrivate && reply.Delivery != Delivery.Form, () => Html.Of($"<p class=\"private\">{texts.OnlyYou}</p>"));
        return Html.Of($"<div class=\"reply\" data-delivery=\"{reply.Delivery.ToString()}\">{mark}{content}</div>");
    }

    private Html Block(ReplyBlock block) => block switch
    {
        HeadingBlock heading => Html.Of($"<h3>{Linked(heading.Text, heading.Url)}</h3>"),
        TextBlock { Subtle: true } text => Html.Of($"<p class=\"subtle\">{text.Text}</p>"),
        TextBlock text => Html.Of($"<p>{text.Text}</p>"),
        PassageBlock passage => Passage(passage),
        ListBlock list => Html.Of($"<ul class=\"list\">{list.Items.Select(Item)}</ul>"),
        ButtonsBlock row => Buttons(row),
        SelectBlock select => Select(select),
        _ => Html.Empty,
    };

    private static Html Passage(PassageBlock passage)
    {
        var rank = passage.Rank is { } number ? Html.Of($"<span class=\"rank\">{number}.</span> ") : Html.Empty;
        var place = Html.If(passage.Place.Length > 0, () => Html.Of($"<p class=\"place\">{passage.Place}</p>"));
        var picture = Html.For(passage.Picture, PictureHtml.Of);
        var body = new BodyHtml(passage.Body, passage.Stretches) { Marks = passage.Marks, Picture = picture }.Write();
        var footnote = Html.For(passage.Footnote, text => Html.Of($"<p class=\"subtle\">{text}</p>"));
        var kind = new Html(passage.Brief ? "passage brief" : "passage");
        return Html.Of(
            $"<section class=\"{kind}\" dir=\"auto\"><h3>{rank}{passage.Title}</h3>{place}<div class=\"body\">{body}</div>"
            + $"{Source(passage)}{footnote}</section>");
    }

    private static Html Source(PassageBlock passage)
    {
        var source = passage.In is { } at
            ? Html.Of($"<a class=\"note\" href=\"{Address.OfStretch(at)}\">{passage.Source}</a>")
            : Html.Text(passage.Source);
        var outside = Html.For(Address.Outside(passage.Url), url => Html.Of($" · {Outside(passage.OpenLabel, url)}"));
        return Html.Of($"<p class=\"source\">{source}{outside}</p>");
    }

    private static Html Linked(string text, string? url) => Address.Outside(url) is { } address ? Outside(text, address) : Html.Text(text);

    private static Html Outside(string text, string address) =>
        Html.Of($"<a href=\"{address}\" rel=\"noopener noreferrer\" target=\"_blank\">{text}</a>");

    private static Html Item(ListItem item)
    {
        var text = Linked(item.Text, item.Url);
        var marked = item.Marked ? Html.Of($"<strong>{text}</strong>") : text;
        var note = Html.For(item.Note, words => Html.Of($" <span class=\"subtle\">{words}</span>"));
        return Html.Of($"<li class=\"in{Math.Min(4, item.Indent)}\">{marked}{note}</li>");
    }

    private Html Buttons(ButtonsBlock row)
    {
        var buttons = row.Buttons.OfType<ActionButton>().Select(Button);
        var links = row.Buttons.OfType<LinkButton>()
            .Select(button => Html.For(Address.Outside(button.Url), url => Outside(button.Label, url)));
        return Html.Of($"<form class=\"press buttons\" action=\"/\">{Private()}{buttons}{links}</form>");
    }

    private static Html Button(ActionButton button)
    {
        var disabled = new Html(button.Enabled ? "" : " disabled");
        return Html.Of($"<button name=\"press\" value=\"{ActionStateCodec.Encode(button.State)}\"{disabled}>{button.Label}</button>");
    }

    private Html Select(SelectBlock select)
    {
        var choices = select.Choices.Select(Choice);
        return Html.Of(
            $"<form class=\"press select\" action=\"/\">{Private()}{State(select.State)}<label><span class=\"hidden\">{select.Placeholder}</span>"
            + $"<select name=\"value\"><option value=\"\">{select.Placeholder}</option>{choices}</select></label><button>{texts.Choose}</button></form>");
    }

    private static Html Choice(SelectChoice choice)
    {
        var selected = new Html(choice.Selected ? " selected" : "");
        var label = choice.Description is { } description ? $"{choice.Label} · {description}" : choice.Label;
        return Html.Of($"<option value=\"{choice.Value}\"{selected}>{label}</option>");
    }

    private Html Form(ReplyForm form) => Html.Of(
        $"<form class=\"press form\" action=\"/\">{Private()}{State(form.State)}<h3>{form.Title}</h3>{form.Fields.Select(Field)}"
        + $"<button>{texts.Send}</button></form>");

    private static Html Field(FormField field) => Html.Of(
        $"<label>{field.Label}<input name=\"{Asked.FieldPrefix}{field.Name}\" maxlength=\"{field.MaxLength}\" "
        + $"placeholder=\"{field.Placeholder}\" required></label>");

    private static Html State(ActionState state) => Html.Of($"<input type=\"hidden\" name=\"press\" value=\"{ActionStateCodec.Encode(state)}\">");

    private Html Private() => Html.If(isPrivate, () => new Html("<input type=\"hidden\" name=\"private\" value=\"true\">"));
}

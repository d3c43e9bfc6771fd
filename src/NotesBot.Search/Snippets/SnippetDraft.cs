using System.Text;
using NotesBot.Notes;
using NotesBot.Search.Ranking;

namespace NotesBot.Search.Snippets;

/// <summary>
/// A snippet while it is put together: sentences, items and rows as wholes, each below what leads to it (a row below the header of its table,
/// an item below its lead-in), as long as there is room.
/// </summary>
internal sealed class SnippetDraft(Passage passage, List<Sentence> sentences)
{
    private const string Ellipsis = "…";

    /// <summary>The longest of what stands between two sentences.</summary>
    private const int Gap = 3;

    /// <summary>A longer lead-in is left out, and a longer header row cut.</summary>
    private const int MaxLead = 150;

    private readonly SortedDictionary<int, string> _texts = [];
    private readonly Dictionary<int, int> _leads = [];
    private int _left = Hit.MaxSnippetLength + Gap;
    private int _answer;

    internal bool IsEmpty => _texts.Count == 0;

    internal bool Holds(int sentence) => _texts.ContainsKey(sentence);

    /// <summary>Whether a sentence fits as a whole; the first one always does, and is cut if it must be.</summary>
    internal bool HasRoomFor(int sentence) =>
        IsEmpty || sentences[sentence].Length + Gap + (Missing(sentence) is { IsNeeded: true } lead ? lead.Text.Length + Gap : 0) <= _left;

    /// <summary>Takes a sentence, and what leads to it where there is room or it says nothing without.</summary>
    internal void Add(int sentence, List<Match> matches)
    {
        _answer = IsEmpty ? sentences[sentence].Start : _answer;
        if (Missing(sentence) is { } lead && (lead.IsNeeded || sentences[sentence].Length + lead.Text.Length + (2 * Gap) <= _left))
        {
            Put(lead.Sentence, lead.Text);
        }

        Put(sentence, new LongSentence(passage.Text, sentences[sentence], matches).Within(_left - Gap));
    }

    /// <summary>What was taken, in the order of the passage.</summary>
    internal Snippet Write(IReadOnlyList<TextMark> marks)
    {
        var text = new StringBuilder();
        var last = -1;
        foreach (var (sentence, written) in _texts)
        {
            text.Append(Separator(last, sentence)).Append(written);
            last = sentence;
        }

        return new Snippet(text.ToString(), marks, sentences[_texts.Keys.First()].Start) { End = sentences[last].End, Answer = _answer };
    }

    private void Put(int sentence, string text)
    {
        _texts[sentence] = text;
        _left -= Math.Min(_left, text.Length + Gap);
    }

    /// <summary>What leads to a sentence and is not there yet.</summary>
    private (int Sentence, string Text, bool IsNeeded)? Missing(int sentence)
    {
        var lead = LeadOf(sentence);
        var isHeader = lead >= 0 && sentences[lead].Kind == PassagePartKind.TableHeader;
        return lead < 0 || Holds(lead) || (!isHeader && sentences[lead].Length > MaxLead)
            ? null
            : (lead, new LongSentence(passage.Text, sentences[lead], []).Within(MaxLead), isHeader);
    }

    /// <summary>The sentence that leads to another one; -1 where there is none.</summary>
    private int LeadOf(int sentence)
    {
        if (!_leads.TryGetValue(sentence, out var lead))
        {
            var part = passage.LeadOf(sentences[sentence].Part);
            lead = part is null ? -1 : sentences.FindLastIndex(other => other.Part == part);
            _leads[sentence] = lead;
        }

        return lead;
    }

    /// <summary>What stood between two sentences, as short as it can be.</summary>
    private string Separator(int last, int next)
    {
        if (last < 0)
        {
            return "";
        }

        var between = passage.Text.AsSpan(sentences[last].End, sentences[next].Start - sentences[last].End);
        var isLine = between.Contains('\n');
        var isGap = last + 1 < next && LeadOf(next) != last;
        return (isGap, isLine) switch
        {
            (true, true) => $"\n{Ellipsis}\n",
            (true, false) => $" {Ellipsis} ",
            (false, true) => "\n",
            (false, false) => " ",
        };
    }
}

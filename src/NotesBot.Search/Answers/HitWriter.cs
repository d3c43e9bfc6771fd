using NotesBot.Notes;
using NotesBot.Search.Queries;
using NotesBot.Search.Ranking;
using NotesBot.Search.Snippets;

namespace NotesBot.Search.Answers;

/// <summary>Writes the hits of an answer, those that say the same folded into one.</summary>
internal sealed class HitWriter(Scope scope, SearchRequest request, Ranked ranked)
{
    /// <summary>So many more passages are read, to be folded into the hits that say the same.</summary>
    private const int MaxTwins = 10;

    private readonly List<Hit> _hits = [];
    private readonly Twins _twins = new(scope.Weights.Answers);
    private readonly Snippeter _snippeter = new(new MatchedTerms(ranked.Meanings), scope.Weights);

    /// <param name="evidence">What the first hit tells besides what gave it its place.</param>
    internal List<Hit> Write(string? evidence)
    {
        foreach (var candidate in ranked.Candidates.Take(request.Top + MaxTwins).TakeWhile(_ => IsOpen))
        {
            if (candidate.PassageIn(scope.View) is { } passage)
            {
                Add(candidate, passage, evidence);
            }
        }

        return _hits;
    }

    /// <summary>When there are enough, only a printout still gives way to its twin.</summary>
    private bool IsOpen => _hits.Count < request.Top || _hits.Exists(hit => hit.Passage.Page is not null);

    private void Add(Candidate candidate, Passage passage, string? evidence)
    {
        var twin = _twins.Find(passage);
        if (twin < 0 && _hits.Count < request.Top)
        {
            _hits.Add(new Hit(passage, _snippeter.Of(passage, candidate.HeadingMatch), candidate.Score)
            {
                IsTelling = IsTelling(candidate),
                Explanation = request.Explain ? Explanation.Of(candidate, ranked, _hits.Count == 0 ? evidence : null) : [],
            });
        }
        else if (twin >= 0 && twin < _hits.Count && Twins.IsBetter(passage, _hits[twin].Passage))
        {
            _hits[twin] = _hits[twin] with { Passage = passage, Snippet = _snippeter.Of(passage, candidate.HeadingMatch) };
        }
    }

    /// <summary>Whether it has a word of the question, not merely guessed, that few passages have.</summary>
    private bool IsTelling(Candidate candidate) => candidate.Best.Where((best, word) => best >= 0 && !ranked.Meanings[word].Word.IsStop
        && ranked.Meanings[word].Variants[best] is { Tier: Tier.Exact or Tier.Stem or Tier.Synonym or Tier.Joined or Tier.Acronym or Tier.Corrected } variant
        && variant.Frequency <= Math.Max(MinRare, scope.Weights.Answers.Rare * ranked.Statistics.Passages)).Any();

    /// <summary>In so few passages a word is rare, however small the library.</summary>
    private const int MinRare = 3;
}

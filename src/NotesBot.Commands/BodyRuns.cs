namespace NotesBot.Commands;

/// <summary>The body of a passage as a renderer goes through it.</summary>
public static class BodyRuns
{
    /// <summary>
    /// All of the body in its order, with what stands between its stretches as prose, so that nothing but white space is lost: the header and
    /// the rows of a table together, everything else alone. Stretches that overlap or lie outside of it are prose.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<BodyStretch>> Of(PassageBlock passage)
    {
        var runs = new List<List<BodyStretch>>();
        foreach (var stretch in Covering(passage))
        {
            if (stretch.Kind == StretchKind.TableRow && runs is [.., var run] && IsRow(run[0].Kind))
            {
                run.Add(stretch);
            }
            else
            {
                runs.Add([stretch]);
            }
        }

        return runs;
    }

    /// <summary>Whether a run that begins so is a table.</summary>
    public static bool IsRow(StretchKind kind) => kind is StretchKind.TableHeader or StretchKind.TableRow;

    private static IEnumerable<BodyStretch> Covering(PassageBlock passage)
    {
        var end = 0;
        foreach (var stretch in passage.Stretches)
        {
            if (stretch.Start < end || stretch.Length <= 0 || (long)stretch.Start + stretch.Length > passage.Body.Length
                || IsBlank(passage.Body, stretch.Start, stretch.End))
            {
                continue;
            }

            if (!IsBlank(passage.Body, end, stretch.Start))
            {
                yield return new BodyStretch(StretchKind.Prose, end, stretch.Start - end);
            }

            yield return stretch;
            end = stretch.End;
        }

        if (!IsBlank(passage.Body, end, passage.Body.Length))
        {
            yield return new BodyStretch(StretchKind.Prose, end, passage.Body.Length - end);
        }
    }

    private static bool IsBlank(string body, int start, int end) => body.AsSpan(start, end - start).IsWhiteSpace();
}

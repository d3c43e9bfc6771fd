namespace NotesBot.Notes.Tests.Reading;

public sealed class TextFormatsTests : IDisposable
{
    private readonly TempNotes _notes = new();

    public void Dispose() => _notes.Dispose();

    [Fact]
    public void GivenLatex_WhenRead_ThenSectionsTheoremsListsAndFormulasKeepTheirNamesAndLines()
    {
        var reading = _notes.Read("a.tex", """
            \documentclass{article} % never read
            \newcommand{\vect}[1]{\mathbf{#1}}
            \newcommand{\pca}{principal component analysis}
            \newtheorem{thm}{Theorem}
            \title{Linear \emph{algebra}}
            \begin{document}
            \maketitle
            \section{Projections}\label{sec:proj}
            A projection of $\vect{x}$ is the nearest point, as na\"ive people guess;
            \pca{} builds on it~\cite{book}. See Section~\ref{sec:proj}.
            % a remark of the writer
            \begin{thm}[Pythagoras]\label{thm:p}
            The squares add up.
            \end{thm}
            \begin{enumerate}
              \item Centre the data
              \item Compute the \textbf{covariance}
            \end{enumerate}
            \begin{equation}\label{eq:one}
            a^2 + b^2 = c^2
            \end{equation}
            \begin{tabular}{l|r} \hline
            Method & Cost \\ \hline
            SVD & high \\
            \end{tabular}
            \begin{lstlisting}[language=Python]
            x = 1 % 2
            \end{lstlisting}
            \input{parts/next}
            \end{document}
            never read
            """);

        var passage = Assert.Single(reading.Passages);
        Assert.Equal(
            "A projection of $\\mathbf{x}$ is the nearest point, as naïve people guess; principal component analysis builds on it. See Section “Projections”.\n\n"
            + "Theorem (Pythagoras). The squares add up.\n\n1. Centre the data\n2. Compute the covariance\n\n$$a^2 + b^2 = c^2$$\n\n"
            + "Method | Cost\nSVD | high\n\nx = 1 % 2\n\nparts/next",
            passage.Text);
        Assert.Equal(["Projections"], passage.Trail);
        Assert.Equal("Linear algebra", passage.Title);
        Assert.Equal((8, 29), (passage.Line, passage.EndLine));
    }

    [Fact]
    public void GivenASlideOfBeamer_WhenRead_ThenItsTitleIsAHeading()
    {
        var passage = Assert.Single(_notes.Read("a.tex", "\\begin{document}\n\\begin{frame}{Momentum}\n\\begin{itemize}\n\\item<1-> It rolls on\n\\end{itemize}\n\\end{frame}\n\\end{document}").Passages);

        Assert.Equal(["Momentum"], passage.Trail);
        Assert.Equal("- It rolls on", passage.Text);
    }

    [Fact]
    public void GivenOrg_WhenRead_ThenWhatItsWriterHidIsLeftOutAndCounted()
    {
        var reading = _notes.Read("a.org", """
            #+TITLE: Lecture on trees
            * TODO Red-black trees :exam:
            :PROPERTIES:
            :ID: 17
            :END:
            A *balanced* tree, see [[file:b.org][the other note]].
            # a remark
            - first ~item~
              - inner
            | Operation | Cost |
            |-----------+------|
            | insert    | log n |
            #+BEGIN_SRC python
            def f():
                return 1
            #+END_SRC
            * COMMENT Never shown
            Secret.
            """);

        var passage = Assert.Single(reading.Passages);
        Assert.Equal(["Red-black trees"], passage.Trail);
        Assert.Equal("Lecture on trees", passage.Title);
        Assert.Equal("A balanced tree, see the other note.\n\n- first item\n  - inner\n\nOperation | Cost\ninsert | log n\n\ndef f():\n    return 1", passage.Text);
        Assert.Equal([new LeftOut(LeftOutKind.HiddenRemark, 1)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenRst_WhenRead_ThenTitlesDirectivesAndTablesAreRead()
    {
        var passages = _notes.Read("a.rst", """
            =======
            Sorting
            =======

            .. _label:

            Quick sort
            ----------

            It takes a *pivot* and uses :ref:`partition <part>`; see `the book <https://example.org>`_. Example::

                sort(x)

            .. note:: It is not stable.

            .. code-block:: python

               x.sort()

            ===== =====
            Case  Cost
            ===== =====
            best  n
            worst n^2
            ===== =====

            .. a comment
            """).Passages;

        var passage = Assert.Single(passages);
        Assert.Equal(["Sorting", "Quick sort"], passage.Trail);
        Assert.Equal(
            "It takes a pivot and uses partition; see the book. Example:\n\nsort(x)\n\nNote: It is not stable.\n\nx.sort()\n\nCase | Cost\nbest | n\nworst | n^2", passage.Text);
    }

    [Fact]
    public void GivenASmallCsv_WhenRead_ThenItIsATableWithLines()
    {
        var passage = Assert.Single(_notes.Read("glossary.csv", "term;meaning\nbias;\"systematic; always\nthe same way\"\nnoise;by chance\n").Passages);

        Assert.Equal("term | meaning\nbias | systematic; always the same way\nnoise | by chance", passage.Text);
        Assert.Equal(PassageKind.Table, passage.Kind);
        Assert.Equal((1, 4), (passage.Line, passage.EndLine));
    }

    [Fact]
    public void GivenACsvOfNumbers_WhenRead_ThenItIsLeftOutAsData()
    {
        var reading = _notes.Read("data.csv", "x,y\n1,2\n3,4\n");

        Assert.Empty(reading.Passages);
        Assert.Equal([new LeftOut(LeftOutKind.DataTable, 1)], reading.Outline.LeftOut);
    }

    [Fact]
    public void GivenACanvas_WhenRead_ThenGroupsAreHeadingsAndCardsStandBelowThem()
    {
        var passage = Assert.Single(_notes.Read("map.canvas", """
            {"nodes": [
              {"id": "2", "type": "text", "text": "A **tree** without cycles", "x": 10, "y": 10, "width": 10, "height": 10},
              {"id": "1", "type": "group", "label": "Graphs", "x": 0, "y": 0, "width": 100, "height": 100},
              {"id": "3", "type": "file", "file": "b.md", "x": 10, "y": 30, "width": 10, "height": 10}], "edges": []}
            """).Passages);

        Assert.Equal(["Graphs"], passage.Trail);
        Assert.Equal("A tree without cycles\n\nb.md", passage.Text);
    }

    [Theory]
    [InlineData("macros.tex", @"\newcommand{\a}{\b\b\b\b\b\b\b\b\b\b}\newcommand{\b}{\c\c\c\c\c\c\c\c\c\c}\newcommand{\c}{\d\d\d\d\d\d\d\d\d\d}\newcommand{\d}{\e\e\e\e\e\e\e\e\e\e}\newcommand{\e}{\f\f\f\f\f\f\f\f\f\f}\newcommand{\f}{\g\g\g\g\g\g\g\g\g\g}\newcommand{\g}{text text text text}\a", "macros")]
    [InlineData("binary.tex", "a\0b", "binary")]
    [InlineData("binary.org", "a\0b", "binary")]
    [InlineData("binary.rst", "a\0b", "binary")]
    [InlineData("binary.csv", "a\0b", "binary")]
    [InlineData("broken.canvas", "{\"nodes\": [", "no canvas")]
    [InlineData("binary.canvas", "{\"nodes\": [\0]}", "binary")]
    public void GivenAHostileFile_WhenRead_ThenItIsRefusedByName(string name, string text, string reason)
    {
        var reading = _notes.Read(name, text);

        Assert.Empty(reading.Passages);
        Assert.Equal(name, reading.Fault?.Path);
        Assert.Contains(reason, reading.Fault?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groups.tex", "\\section{")]
    [InlineData("lists.tex", "\\begin{itemize}\\item ")]
    [InlineData("lists.canvas", "[")]
    public void GivenAHundredThousandLevels_WhenRead_ThenTheFileIsAFault(string name, string level)
    {
        var reading = _notes.Read(name, string.Concat(Enumerable.Repeat(level, 100_000)));

        Assert.Empty(reading.Passages);
        Assert.NotNull(reading.Fault);
    }

    [Theory]
    [InlineData("long.org", "* a\n")]
    [InlineData("stars.org", "*")]
    [InlineData("marks.rst", "`")]
    [InlineData("indent.rst", "* a\n ")]
    [InlineData("rows.csv", "a,b\n")]
    [InlineData("quotes.csv", "\"a")]
    [InlineData("dollars.tex", "$ \\")]
    public void GivenALongRunOfOneSign_WhenRead_ThenItEnds(string name, string sign)
    {
        var reading = _notes.Read(name, string.Concat(Enumerable.Repeat(sign, 20_000)));

        Assert.Equal(name, reading.File.Path);
    }

    [Fact]
    public void GivenKinds_WhenListed_ThenOnlyTheyAreNotes()
    {
        File.WriteAllText(Path.Combine(_notes.Root, "a.md"), "text");
        File.WriteAllText(Path.Combine(_notes.Root, "a.tex"), "text");
        var folder = new NotesFolder(new NotesOptions { Path = _notes.Root, Kinds = "Markdown, pdf" }, Microsoft.Extensions.Logging.Abstractions.NullLogger<NotesFolder>.Instance);

        var listing = folder.List(TestContext.Current.CancellationToken);

        Assert.Equal("a.md", Assert.Single(listing.Files).Path);
        Assert.Equal(1, listing.Skipped["tex"]);
    }

    [Fact]
    public void GivenAKindThatIsNone_WhenTheOptionsAreLookedAt_ThenItIsNamed() =>
        Assert.Contains("\"powerpoint\"", Assert.Single(new NotesOptions { Kinds = "pdf,powerpoint" }.Faults()), StringComparison.Ordinal);

    [Theory]
    [InlineData("deep.org", "list")]
    [InlineData("stars.org", "stars")]
    [InlineData("blocks.org", "#+BEGIN_QUOTE\n")]
    [InlineData("deep.rst", "list")]
    [InlineData("boxes.rst", "boxes")]
    [InlineData("titles.rst", "titles")]
    [InlineData("wide.csv", "wide")]
    [InlineData("long.csv", "long")]
    [InlineData("quote.csv", "\"")]
    public void GivenATextMadeToCost_WhenRead_ThenWhatItGivesIsBounded(string name, string kind)
    {
        var text = kind switch
        {
            "list" => string.Concat(Enumerable.Range(0, 3_000).Select(depth => $"{new string(' ', depth)}- a\n\n")),
            "stars" => string.Concat(Enumerable.Range(1, 3_000).Select(depth => $"{new string('*', depth)} a\n")),
            "boxes" => string.Concat(Enumerable.Range(0, 2_000).Select(depth => $"{new string(' ', depth * 3)}.. note::\n\n")),
            "titles" => string.Concat(Enumerable.Range(33, 2_000).Select(letter => $"a\n{new string((char)(33 + (letter % 14)), 3)}\n")),
            "wide" => $"{string.Join(',', Enumerable.Repeat("a", 100_000))}\n{string.Concat(Enumerable.Repeat("b\n", 10_000))}",
            "long" => string.Concat(Enumerable.Repeat("a,b\n", 500_000)),
            _ => string.Concat(Enumerable.Repeat(kind, 200_000)),
        };

        var reading = _notes.Read(name, text);

        Assert.DoesNotContain("understood:", reading.Fault?.Reason ?? "", StringComparison.Ordinal);
        Assert.All(reading.Passages, passage => Assert.True(passage.Trail.Count <= 100));
        Assert.True(reading.Passages.Sum(passage => (long)passage.Text.Length) <= 2L * text.Length);
    }

    [Fact]
    public void GivenACanvasWithHalfACharacter_WhenRead_ThenTheRestIsThere()
    {
        var reading = _notes.Read("half.canvas", """{"nodes":[{"type":"text","text":"\ud800 whole text","x":0,"y":0,"width":1,"height":1}]}""");

        Assert.Contains("whole text", Assert.Single(reading.Passages).Text, StringComparison.Ordinal);
    }
}

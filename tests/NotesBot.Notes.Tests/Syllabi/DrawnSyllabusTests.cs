namespace NotesBot.Notes.Tests.Syllabi;

/// <summary>The tables, headings and other layouts in which people write a syllabus into a README, each with what it means.</summary>
public sealed class DrawnSyllabusTests
{
    public static TheoryData<string, string, string> Shapes { get; } = new()
    {
        {
            "a table of weeks",
            """
            # CS229 notes

            | Week | Date | Topic | Notes |
            |---|---|---|---|
            | 1 | Jan 10 | Linear regression | [notes](w1.md) |
            | 2 | Jan 17 | Logistic regression | [notes](w2.md) [lab](lab2.ipynb) |
            | 3 | Jan 24 | SVMs | |
            """,
            """
            1 CS229
            1.1 Linear regression
            1.2 Logistic regression
            1.3 SVMs
            """
        },
        {
            "a table of courses and weeks",
            """
            # Spec

            | Course | Week | Title |
            |---|---|---|
            | 1. Foundations | 1 | Intro |
            | | 2 | Data |
            | 2. Advanced | 1 | Models |
            | | 2 | Serving |
            """,
            """
            1 Foundations
            1.1 Intro
            1.2 Data
            2 Advanced
            2.1 Models
            2.2 Serving
            """
        },
        {
            "bold lines",
            """
            # Notes

            **Course 1: Foundations of Networks**

            **Week 1: Layers**

            Some.

            **Week 2 – Routing**

            **Course 2: Security**

            **Week 1: Crypto**
            """,
            """
            1 Foundations of Networks
            1.1 Layers
            1.2 Routing
            2 Security
            2.1 Crypto
            """
        },
        {
            "links as headings",
            """
            # Spec

            ## [Course 1: Neural Networks](https://coursera.org/x)

            ### [Week 1: Intro](c1/w1.md)
            ### [Week 2: Shallow](c1/w2.md)

            ## [Course 2: Tuning](https://coursera.org/y)
            ### Week 1 Practical aspects
            """,
            """
            1 Neural Networks
            1.1 Intro
            1.2 Shallow
            2 Tuning
            2.1 Practical aspects
            """
        },
        {
            "German, a table of lectures",
            """
            # BS

            | Vorlesung | Thema | Datum |
            |---|---|---|
            | 1 | Einführung | 01.10. |
            | 2 | Grundlagen | 08.10. |
            """,
            """
            1 BS
            1.1 Einführung
            1.2 Grundlagen
            """
        },
        {
            "units as headings",
            """
            # Bio
            ### Unit 1 - Cells
            ### Unit 2 - Genes
            ### Unit 3 - Evolution
            """,
            """
            1 Bio
            1.1 Cells
            1.2 Genes
            1.3 Evolution
            """
        },
        {
            "an HTML table",
            """
            # Stanford

            <h1>Notes</h1>

            <table><thead><tr><th>Week #</th><th>Description</th><th colspan="2">Notes</th></tr></thead>
            <tbody><tr><td>Week 1</td><td>Introduction to machine learning.</td><td><a href="slides/week_1.tex">Tex</a></td><td><a href="slides/week_1.pdf">PDF</a></td></tr>
            <tr><td>Week 2</td><td>Linear regression.</td><td><a href="slides/week_2.tex">Tex</a></td></tr></tbody></table>
            """,
            """
            1 Stanford
            1.1 Introduction to machine learning
            1.2 Linear regression
            """
        },
        {
            "a table of courses",
            """
            # S
            | Course | Title | Certificate |
            |---|---|---|
            | Course 1 | Intro to ML | [link](https://x) |
            | Course 2 | Data | [link](https://x) |
            """,
            """
            1 Intro to ML
            2 Data
            """
        },
        {
            "a schedule of lectures",
            """
            # Schedule

            | Lecture | Title | Readings |
            | :-- | :-- | :-- |
            | Lecture 1 | Introduction & Logistics | [Ch. 1](x) |
            | Lecture 2 | Word vectors | [Ch. 2](y) |
            """,
            """
            1 -
            1.1 Introduction & Logistics
            1.2 Word vectors
            """
        },
        {
            "folded sections",
            """
            # Coursera ML

            <details>
            <summary>Week 1: Introduction</summary>

            - What is ML

            </details>

            <details>
            <summary>Week 2: Regression</summary>

            - Normal equation

            </details>
            """,
            """
            1 Coursera ML
            1.1 Introduction
            1.2 Regression
            """
        },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void GivenASyllabusInTheReadme_WhenRead_ThenItsCoursesAndWeeksAreFound(string shape, string readme, string expected)
    {
        var library = LibraryOf.Files("README.md", readme);

        Assert.True(library.Syllabus == expected, $"{shape}:\n{library.Syllabus}\ninstead of:\n{expected}");
    }
}

namespace NotesBot.Notes.Tests.Syllabi;

/// <summary>The lists in which people write a syllabus into a README, each with what it means.</summary>
public sealed class WrittenSyllabusTests
{
    public static TheoryData<string, string, string> Shapes { get; } = new()
    {
        {
            "numbered courses in bullets",
            """
            # deeplearning.ai notes

            My notes from the [deeplearning.ai](https://www.deeplearning.ai/) courses.

            * 1. Neural Networks and Deep Learning
              * [Week 1](NNs/notes/wk1.md)
              * [Week 2](NNs/notes/wk2.md)
            * 2. Improving Deep Neural Networks
              * [Week 1](Optim/notes/wk1.md)
              * [Week 2](Optim/notes/wk2.md)
            * 3. Structuring Machine Learning Projects
              * [Week 1](Structuring/notes/wk1.md)
            """,
            """
            1 Neural Networks and Deep Learning
            1.1 -
            1.2 -
            2 Improving Deep Neural Networks
            2.1 -
            2.2 -
            3 Structuring Machine Learning Projects
            3.1 -
            """
        },
        {
            "nested numbered lists",
            """
            # My course notes

            ## Syllabus

            1. Introduction to Databases
               1. Relational model
               2. SQL basics
               3. Normal forms
            2. Advanced Databases
               1. Transactions
               2. Recovery
            """,
            """
            1 Introduction to Databases
            1.1 Relational model
            1.2 SQL basics
            1.3 Normal forms
            2 Advanced Databases
            2.1 Transactions
            2.2 Recovery
            """
        },
        {
            "modules with lessons",
            """
            # Cloud course

            ## Module 1: What is the cloud?
            - [Lesson 1: History](m1/l1.md)
            - [Lesson 2: Providers](m1/l2.md)

            ## Module 2: Containers
            - [Lesson 1: Docker](m2/l1.md)
            - [Lesson 2: Kubernetes](m2/l2.md)
            """,
            """
            1 Cloud course
            1.1 What is the cloud?
            1.2 Containers
            """
        },
        {
            "linked lectures",
            """
            # 6.006 notes

            - [Lecture 1: Peak finding](lec01.md)
            - [Lecture 2: Models of computation](lec02.md)
            - [Lecture 3: Insertion sort](lec03.md)
            """,
            """
            1 -
            1.1 Peak finding
            1.2 Models of computation
            1.3 Insertion sort
            """
        },
        {
            "German, courses and weeks",
            """
            # Mitschriften

            ## Kurs 1: Lineare Algebra

            - Woche 1: Vektorräume
            - Woche 2: Matrizen

            ## Kurs 2: Analysis

            - Woche 1: Folgen
            - 2. Woche: Reihen
            """,
            """
            1 Lineare Algebra
            1.1 Vektorräume
            1.2 Matrizen
            2 Analysis
            2.1 Folgen
            2.2 Reihen
            """
        },
        {
            "German, a numbered list of lectures",
            """
            # Betriebssysteme

            ## Vorlesungen

            1. Einführung
            2. Prozesse
            3. Speicherverwaltung
            """,
            """
            1 Betriebssysteme
            1.1 Einführung
            1.2 Prozesse
            1.3 Speicherverwaltung
            """
        },
        {
            "courses without numbers",
            """
            # Deep Learning Specialization

            ## Neural Networks and Deep Learning
            - Week 1: Introduction
            - Week 2: Basics

            ## Improving Deep Neural Networks
            - Week 1: Practical aspects
            - Week 2: Optimization
            """,
            """
            1 Neural Networks and Deep Learning
            1.1 Introduction
            1.2 Basics
            2 Improving Deep Neural Networks
            2.1 Practical aspects
            2.2 Optimization
            """
        },
        {
            "C01 and a checklist",
            """
            ## ML Specialization - UW

            ### C01 - Machine Learning Foundations: A Case Study Approach
             - [x] [week 1/PA SFrames](C01/C01w01_SFrames.ipynb)
             - [ ] [week 2/PA]()

            ### C02 - Machine Learning: Regression
             - [ ] week 1
            """,
            """
            1 Machine Learning Foundations: A Case Study Approach
            1.1 PA SFrames
            1.2 PA
            2 Machine Learning: Regression
            2.1 -
            """
        },
        {
            "weeks with topics, no titles",
            """
            # Course notes

            Week 1:
              - 1.1: What is a neural network
              - 1.2: Supervised Learning with Neural Networks

            Week 2:
              - Binary Classification
              - Logistic Regression
            """,
            """
            1 -
            1.1 -
            1.2 -
            """
        },
        {
            "one flat list",
            """
            # MLOps

            - Course 1: Introduction
            - Week 1: Overview
            - Week 2: Training
            - Course 2: Data
            - Week 1: Collecting
            """,
            """
            1 Introduction
            1.1 Overview
            1.2 Training
            2 Data
            2.1 Collecting
            """
        },
        {
            "states, links and dates beside titles",
            """
            # Progress

            ## Course 1: Intro to ML (completed)

            - ✅ Week 1: Overview - [Notes](a.md) | [Lab](b.ipynb)
            - 🚧 Week 2: Training ([notes](c.md), [slides](d.pdf))
            - [x] Week 3: Testing ✅
            - Week 4 (Jan 10): Exams
            """,
            """
            1 Intro to ML
            1.1 Overview
            1.2 Training
            1.3 Testing
            1.4 Exams
            """
        },
        {
            "weeks without courses",
            """
            # Intro to Stats

            ## Syllabus

            - Week 1: Probability
            - Week 2: Distributions
            """,
            """
            1 Intro to Stats
            1.1 Probability
            1.2 Distributions
            """
        },
        {
            "Roman and spelled numbers",
            """
            # X

            ## Course I: Basics
            - Week One: Start
            - Week Two: Go on

            ## Course II: More
            - Week One: Again
            """,
            """
            1 Basics
            1.1 Start
            1.2 Go on
            2 More
            2.1 Again
            """
        },
        {
            "numbered courses with weeks in them",
            """
            # TF

            ## Courses

            1. Introduction to TensorFlow
               - Week 1: A new programming paradigm
               - Week 2: Computer vision
            2. CNNs in TensorFlow
               - Week 1: Larger datasets
            """,
            """
            1 Introduction to TensorFlow
            1.1 A new programming paradigm
            1.2 Computer vision
            2 CNNs in TensorFlow
            2.1 Larger datasets
            """
        },
        {
            "numbered lists under courses",
            """
            # A

            ### Course 1: Intro

            1. Overview
            2. Training
            3. Data

            ### Course 2: Pipelines

            1. Collecting
            2. Features
            """,
            """
            1 Intro
            1.1 Overview
            1.2 Training
            1.3 Data
            2 Pipelines
            2.1 Collecting
            2.2 Features
            """
        },
        {
            "German, dates and ranges",
            """
            # Kurs
            - Woche 1 (01.10.–07.10.): Einführung
            - Woche 2 (08.10.): Grundlagen
            - Wochen 3-4: Projekt
            """,
            """
            1 -
            1.1 Einführung
            1.2 Grundlagen
            1.3 Projekt
            1.4 Projekt
            """
        },
        {
            "modules that hold weeks",
            """
            # P
            ## Module 1: Python
            - Week 1: Syntax
            - Week 2: Loops
            ## Module 2: Data
            - Week 3: Pandas
            - Week 4: Plots
            """,
            """
            1 Python
            1.1 Syntax
            1.2 Loops
            2 Data
            2.3 Pandas
            2.4 Plots
            """
        },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void GivenASyllabusInTheReadme_WhenRead_ThenItsCoursesAndWeeksAreFound(string shape, string readme, string expected)
    {
        var library = LibraryOf.Files("README.md", readme);

        Assert.True(library.Syllabus == expected, $"{shape}:\n{library.Syllabus}\ninstead of:\n{expected}");
    }

    [Fact]
    public void GivenATableOfThousandsOfColumns_WhenRead_ThenTitlesAreNotLookedForInAllOfThem()
    {
        var wide = string.Concat(Enumerable.Repeat("| 1 ", 16_000));

        var library = LibraryOf.Files("README.md", $"| Course | Week | Remark |\n|---|---|---|\n{wide}| far away |\n| 1 | 2 | 1 |\n| 2 | I | 1 |\n");

        Assert.DoesNotContain("far away", library.Syllabus, StringComparison.Ordinal);
        Assert.Contains("1.2", library.Syllabus, StringComparison.Ordinal);
    }
}

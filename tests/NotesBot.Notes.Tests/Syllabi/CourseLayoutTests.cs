using NotesBot.Notes.Syllabi;

namespace NotesBot.Notes.Tests.Syllabi;

/// <summary>Folders as people lay out their courses, each with the syllabus that a person reads in them. A line is a path, and perhaps what the
/// file says after " = ".</summary>
public sealed class CourseLayoutTests
{
    public static TheoryData<string, string, string> Courses { get; } = new()
    {
        {
            "folders that hold lectures",
            """
            Compilers/lec01.md
            Compilers/lec02.md
            Databases/lec01.md
            Databases/lec02.md
            Databases/lec03.md
            """,
            "1 Compilers|1.1 -|1.2 -|2 Databases|2.1 -|2.2 -|2.3 -"
        },
        {
            "lectures with titles in their names, slides beside them",
            """
            Operating Systems/Lecture 1 - Processes.md
            Operating Systems/Lecture 2 - Threads.md
            Operating Systems/slides/lecture 2.pdf
            Networks/Lecture 1.md = # Lecture 1: Layers
            """,
            "1 Networks|1.1 Layers|2 Operating Systems|2.1 Processes|2.2 Threads"
        },
        {
            "a folder of lectures in each course",
            """
            algebra/lectures/01-groups.md
            algebra/lectures/02-rings.md
            algebra/homework/01.md
            analysis/lectures/01-sequences.md
            analysis/lectures/02-series.md
            """,
            "1 Algebra|1.1 Groups|1.2 Rings|2 Analysis|2.1 Sequences|2.2 Series"
        },
        {
            "weeks that are folders, courses in a folder of courses",
            """
            courses/statistics/week-1/notes.md
            courses/statistics/week-2/notes.md
            courses/biology/week-1/a.md
            courses/biology/week-1/b.md
            """,
            "1 Biology|1.1 -|2 Statistics|2.1 -|2.2 -"
        },
        {
            "numbered courses that hold weeks",
            """
            1. Neural Networks/Week 1/a.md
            1. Neural Networks/Week 2/a.md
            2. Sequence Models/Week 1/a.md
            """,
            "1 Neural Networks|1.1 -|1.2 -|2 Sequence Models|2.1 -"
        },
        {
            "numbers that are no order from one",
            """
            03-compilers/unit1.md
            03-compilers/unit2.md
            07-networks/unit1.md
            """,
            "3 Compilers|3.1 -|3.2 -|7 Networks|7.1 -"
        },
        {
            "semesters of subjects",
            """
            Semester 1/Calculus/limits.md
            Semester 1/Physics/motion.md
            Semester 2/Algebra/groups.md
            """,
            "1 Calculus|2 Physics|3 Algebra"
        },
        {
            "semesters that both count their subjects from one",
            """
            1. Semester/1. Mathe/Vorlesung 1.md
            1. Semester/1. Mathe/Vorlesung 2.md
            2. Semester/1. Physik/Vorlesung 1.md
            """,
            "1 Mathe|1.1 -|1.2 -|2 Physik|2.1 -"
        },
        {
            "chapters of two subjects",
            """
            Calculus/Chapter 1.md = # Chapter 1: Limits
            Calculus/Chapter 2.md = # Chapter 2: Derivatives
            Geometry/Chapter 1.md = # Chapter 1: Lines
            Geometry/Chapter 2.md = # Chapter 2: Circles
            """,
            "1 Calculus|1.1 Limits|1.2 Derivatives|2 Geometry|2.1 Lines|2.2 Circles"
        },
        {
            "subjects that number their files",
            """
            Compilers/1_lexing.md
            Compilers/2_parsing.md
            Databases/1_relations.md
            Databases/2_joins.md
            """,
            "1 Compilers|1.1 Lexing|1.2 Parsing|2 Databases|2.1 Relations|2.2 Joins"
        },
        {
            "titles of files that name their course",
            """
            slides/glm/lect-01/slides.md = # Generalized Linear Models - Week 1
            slides/glm/lect-02/slides.md = # Generalized Linear Models - Week 2
            slides/irt/lect-01/slides.md = # Measurement - Week 1
            slides/irt/lect-02/slides.md = # Measurement - Week 2
            """,
            "1 Generalized Linear Models|1.1 -|1.2 -|2 Measurement|2.1 -|2.2 -"
        },
        {
            "a first page in each course",
            """
            db/README.md = # Databases (Fall 2023)
            db/lecture1.md
            db/lecture2.md
            os/README.md = # Notes on Operating Systems
            os/lecture1.md
            os/lecture2.md
            """,
            "1 Databases|1.1 -|1.2 -|2 Operating Systems|2.1 -|2.2 -"
        },
        {
            "a library that is one course, called as its README",
            """
            README.md = # UBC CPSC 330: Applied Machine Learning (2023W1)
            lectures/01_intro.md = # Lecture 1: Introduction
            lectures/02_trees.md = # Lecture 2: Decision trees
            lectures/03_knn.md = # Lecture 3: Neighbours
            lectures/demos/03_demo.md = # A demo
            """,
            "1 CPSC 330: Applied Machine Learning|1.1 Introduction|1.2 Decision trees|1.3 Neighbours"
        },
        {
            "lectures by a letter",
            """
            L01 Intro.md
            L02 Sets.md
            Signals/L01 Waves.md
            Signals/L02 Filters.md
            Signals/L03 Noise.md
            Control/L01 Loops.md
            Control/L02 Poles.md
            Control/L03 Zeros.md
            """,
            "1 Control|1.1 Loops|1.2 Poles|1.3 Zeros|2 Signals|2.1 Waves|2.2 Filters|2.3 Noise"
        },
        {
            "collections that both have a first course",
            """
            Deep Learning/Course 1 - Networks/Week 1/a.md
            Deep Learning/Course 2 - Tuning/Week 1/a.md
            MLOps/Course 1 - Production/Week 1/a.md
            MLOps/Course 1 - Production/Week 2/a.md
            """,
            "1 Networks|1.1 -|2 Tuning|2.1 -|3 Production|3.1 -|3.2 -"
        },
        {
            "one course in two places",
            """
            lectures/Compilers/lec1.md
            lectures/Compilers/lec2.md
            lectures/Databases/lec1.md
            labs/Compilers/lab1.md
            """,
            "1 Compilers|1.1 -|1.2 -|2 Databases|2.1 -"
        },
        {
            "other languages",
            """
            Análisis/Semana 1.md
            Análisis/Semana 2.md
            Física/Unidad 1.md
            Física/Unidad 2.md
            Betriebssysteme/Vorlesung_03.md
            Betriebssysteme/Vorlesung_04.md
            """,
            "1 Análisis|1.1 -|1.2 -|2 Betriebssysteme|2.3 -|2.4 -|3 Física|3.1 -|3.2 -"
        },
        {
            "semesters by Roman numbers in years",
            """
            1st-year/I semester/Reti/a.md
            1st-year/II semester/Segnali/a.md
            """,
            "1 Reti|2 Segnali"
        },
        {
            "kinds of material in each course",
            """
            Y1/CS1010/lec-sec-probset/lec-01.md
            Y1/CS1010/lec-sec-probset/lec-02.md
            Y1/CS2030/Lec/lec-01.md
            Y1/CS2030/Lec/lec-02.md
            """,
            "1 CS1010|1.1 -|1.2 -|2 CS2030|2.1 -|2.2 -"
        },
        {
            "numbers behind a sign",
            """
            C# Programming/#01 - Variables.md
            C# Programming/#02 - Loops.md
            Python/#01 - Types.md
            Python/#02 - Lists.md
            Web/#1 - Forms/#01 - Basics.md
            Web/#1 - Forms/#02 - Links.md
            Web/#2 - CSS/#01 - Fonts.md
            Web/#2 - CSS/#02 - Colors.md
            """,
            "1 C# Programming|1.1 Variables|1.2 Loops|2 Python|2.1 Types|2.2 Lists|3 Web|3.1 Forms|3.2 CSS"
        },
        {
            "weeks that begin with one of several headings",
            """
            AI/Week01.md = # A Decade of Learning // Text. // # Search // More.
            AI/Week02.md = # State Spaces // Text. // # Heuristics // More.
            AI/Week03.md = # Introduction // Text. // # Tours // More.
            AI/Week04.md = Text first. // # Tours // More.
            NLP/Week01.md = # Introduction // Text. // # Tagging // More.
            NLP/Week02.md = # Tagging // Text. // # Parsing // More.
            """,
            "1 AI|1.1 A Decade of Learning|1.2 State Spaces|1.3 Introduction|1.4 -|2 NLP|2.1 Introduction|2.2 Tagging"
        },
        {
            "codes of courses, with lectures in them",
            """
            CS101 Databases/lecture1.md
            CS101 Databases/lecture2.md
            CS229/lecture1.md
            CS229/lecture2.md
            6.006/lecture1.md
            6.006/lecture2.md
            """,
            "1 6.006|1.1 -|1.2 -|2 CS101 Databases|2.1 -|2.2 -|3 CS229|3.1 -|3.2 -"
        },
        {
            "codes of courses alone",
            """
            CS101 Databases/joins.md
            CS102 - Networks/layers.md
            MATH 201 Linear Algebra/maps.md
            readings/paper.md
            """,
            "1 CS101 Databases|2 CS102 - Networks|3 MATH 201 Linear Algebra"
        },
        {
            "codes of courses by numbers",
            """
            6.006 Introduction to Algorithms/sorting.md
            6.824/raft.md
            18.650 Statistics/tests.md
            """,
            "1 6.006 Introduction to Algorithms|2 6.824|3 18.650 Statistics"
        },
        {
            "codes of courses in terms of a year",
            """
            WS23/INF1101/week1.md
            WS23/INF1101/week2.md
            SS24/INF2202/a.md
            """,
            "1 INF2202|2 INF1101|2.1 -|2.2 -"
        },
        {
            "subjects in terms of a year",
            """
            WS 2023-24/Analysis I/folgen.md
            WS 2023-24/Stochastik/zufall.md
            SoSe24/Algebra/gruppen.md
            """,
            "1 Algebra|2 Analysis I|3 Stochastik"
        },
        {
            "subjects in seasons",
            """
            Fall 2023/Compilers/lexing.md
            Spring 2024/Databases/joins.md
            """,
            "1 Compilers|2 Databases"
        },
        {
            "a folder of generators beside the courses",
            """
            _generator/NLP/W1Lec1.txt
            _generator/NLP/W1Lec2.txt
            pages/NLP/Week01.md
            pages/NLP/Week02.md
            pages/RL/Week01.md
            """,
            "1 NLP|1.1 -|1.2 -|2 RL|2.1 -"
        },
    };

    [Theory, MemberData(nameof(Courses))]
    public void GivenFolders_WhenTheyAreLaidOutAsCourses_ThenTheSyllabusIsTheirs(string layout, string files, string expected)
    {
        var library = Library(files);

        Assert.True(Flat(library) == expected, $"{layout}: {Flat(library)}");
    }

    public static TheoryData<string, string> Others { get; } = new()
    {
        { "a book", "01-intro.md\n02-needs.md\n03-cases.md" },
        { "a book in its folder", "src/chapters/01-intro.md\nsrc/chapters/02-needs.md\nsrc/chapters/03-cases.md" },
        { "a book of parts", "_toc.yml = parts: []\nbasics/01-a.md\nbasics/02-b.md\nmore/01-c.md\nmore/02-d.md\nSUMMARY.md = - [A](basics/01-a.md)" },
        { "numbered chapters of numbered pages", "01-basics/01-a.md\n01-basics/02-b.md\n02-more/01-c.md\n02-more/02-d.md" },
        { "a vault of numbered folders", "1. Projects/a.md\n2. Areas/b.md\n3. Resources/c.md" },
        { "a vault of subjects", "Math/sets.md\nMath/logic.md\nRhetoric/talk.md" },
        { "one semester", "1. Semester/Logik/a.md\n1. Semester/Mengen/b.md" },
        { "one cheat sheet", "cheatsheet.pdf = x\nWeek 1 cheat sheet.md" },
        { "two files named lecture", "lecture.md\nother/lecture.md" },
        { "two lectures", "lecture 1.md\nlecture 2.md" },
        { "a diary", "Journal/week 1.md\nJournal/week 2.md\nJournal/week 3.md" },
        { "law", "docs/Act/Title 1/Chapter 1/a.md\ndocs/Act/Title 1/Chapter 2/b.md\ndocs/Act/Title 2/Chapter 1/a.md\ndocs/Act/Title 2/Chapter 2/b.md" },
        { "references", "refs/1 - Youtube.md\nrefs/10 - Web.md\nrefs/100 - Youtube.md\nmore/1 - Web.md\nmore/57 - Web.md" },
        { "stages of a method in a note", "content/intro/intro.md = # Intro //  // - Lesson 1: Ask // - Lesson 2: Collect // - Lesson 3: Tell\ncontent/more/more.md" },
        { "days", "notes/2023-01-02.md\nnotes/2023-01-03.md\n2023/01-02 meeting.md\n2023/01-03 meeting.md" },
        { "one code", "CS101/a.md\nnotes/b.md\nother/c.md" },
        { "standards", "ISO 9001/a.md\nRFC2616/b.md\nRFC 793/c.md\nPEP 8/d.md" },
        { "years and quarters", "FY2023/a.md\nFY2024/b.md\nQ1 2023/c.md\n2023.01/d.md\n2023.02/e.md" },
        { "dates", "12.03 talk/a.md\n12.04 talk/b.md\n18.06 walk/c.md" },
        { "sections of a book", "1.10 Sums/a.md\n1.11 Products/b.md\n2.10 Limits/c.md" },
        { "versions", "1.10/a.md\n1.11/b.md\n2.10/c.md\nv1.100/d.md" },
        { "one letter", "Regression/L1 regularization.md\nRegression/L2 regularization.md" },
    };

    [Theory, MemberData(nameof(Others))]
    public void GivenFolders_WhenTheyAreNoCourses_ThenNoneIsInvented(string layout, string files)
    {
        var library = Library(files);

        Assert.True(Flat(library) == "", $"{layout}: {Flat(library)}");
    }

    [Theory]
    [InlineData("Compilers/lec02.md", 1, 2)]
    [InlineData("Compilers/lec02/exercise/a.md", 1, 2)]
    [InlineData("Compilers/reading list.md", 1, null)]
    [InlineData("Compilers/homework/03.md", 1, null)]
    [InlineData("Compilers/homework/week 3.md", 1, null)]
    [InlineData("Databases/lec01.md", 2, 1)]
    [InlineData("Cooking/soup.md", null, null)]
    [InlineData("todo.md", null, null)]
    [InlineData("lec07.md", null, null)]
    public void GivenCoursesThatAreFolders_WhenAFileIsPlaced_ThenOnlyItsOwnFoldersCount(string path, int? course, int? week)
    {
        var library = Library("Compilers/lec01.md\nCompilers/lec03.md\nDatabases/lec01.md\nDatabases/lec02.md\n" + path);

        var place = library.Map.PlaceOf(path);

        Assert.Equal(new CoursePlace(course, week), place);
    }

    [Theory]
    [InlineData("# S\n\n## Courses\n\n1. Introduction to Machine Learning in Production\n2. Machine Learning Data Lifecycle in Production\n")]
    [InlineData("# S\n\n### Course 1: Introduction to Machine Learning in Production\n\n### Course 2: Machine Learning Data Lifecycle in Production\n")]
    public void GivenAListOfCourses_WhenFoldersAreCalledLikeThem_ThenTheirNotesBelongThere(string readme)
    {
        var library = LibraryOf.Files(
            "README.md", readme, "1. Intro to ML in Production/Week 1/a.md", "text", "Machine Learning Data Lifecycle in Production/notes.md", "text");

        CoursePlace[] places =
        [
            library.Map.PlaceOf("1. Intro to ML in Production/Week 1/a.md"),
            library.Map.PlaceOf("Machine Learning Data Lifecycle in Production/notes.md"),
        ];

        Assert.Equal([new CoursePlace(1, 1), new CoursePlace(2, null)], places);
    }

    [Fact]
    public void GivenAListOfOneCourse_WhenFoldersHoldOthers_ThenTheListAddsAndHidesNothing()
    {
        var library = LibraryOf.Files(
            "README.md", "# Mine\n\n## Compilers\n\n- [Lecture 1: Lexing](Compilers/lec01.md)\n- [Lecture 2: Parsing](Compilers/lec02.md)\n",
            "Compilers/lec01.md", "text", "Compilers/lec02.md", "text", "Compilers/lec03.md", "text", "Databases/lec01.md", "text",
            "Databases/lec02.md", "text");

        Assert.Equal("1 Compilers|1.1 Lexing|1.2 Parsing|1.3 -|2 Databases|2.1 -|2.2 -", Flat(library));
    }

    [Fact]
    public void GivenTheContentsOfASite_WhenCoursesAreFolders_ThenTheyAreCalledAsThere()
    {
        var library = LibraryOf.Files(
            "_quarto.yml",
            """
            website:
              title: Notes
              sidebar:
                contents:
                  - section: "Deep Learning"
                    contents:
                      - {href: pages/DL/Week01.md, text: Week 1}
                      - {href: pages/DL/Week02.md, text: Week 2}
                  - section: "AI: Search Methods"
                    contents:
                      - {href: pages/AI/Week01.md, text: Week 1}
            """,
            "pages/DL/Week01.md", "# Perceptrons\n\ntext", "pages/DL/Week02.md", "# Depth\n\ntext", "pages/DL/Week03.md", "# Rates\n\ntext",
            "pages/AI/Week01.md", "# Heuristics\n\ntext");

        Assert.Equal("1 Deep Learning|1.1 Perceptrons|1.2 Depth|1.3 Rates|2 AI: Search Methods|2.1 Heuristics", Flat(library));
    }

    [Theory]
    [InlineData("docs/c/_category_.json", """{"label": "Compilers", "position": 1, "link": {"type": "generated-index"}}""")]
    [InlineData("docs/c/_category_.yml", "position: 1\nlabel: 'Compilers'\n")]
    public void GivenTheLabelOfAFolder_WhenItIsACourse_ThenItIsCalledSo(string path, string label)
    {
        var library = LibraryOf.Files(path, label, "docs/c/lec01.md", "text", "docs/c/lec02.md", "text", "docs/d/_category_.json", "{ broken",
            "docs/d/README.md", "# Databases", "docs/d/lec01.md", "text", "docs/d/lec02.md", "text");

        Assert.Equal("1 Compilers|1.1 -|1.2 -|2 Databases|2.1 -|2.2 -", Flat(library));
    }

    [Theory]
    [InlineData("mkdocs.yml", "site_name: X\nnav:\n  - Compilers:\n    - Lexing: c/lec01.md\n    - c/lec02.md\n  - Databases:\n    - d/lec01.md\n")]
    [InlineData("docs/_toc.yml", "root: index\nparts:\n  - caption: Compilers\n    chapters:\n      - file: c/lec01\n      - file: c/lec02\n  - caption: Databases\n    chapters:\n      - file: d/lec01\n")]
    [InlineData("docs/SUMMARY.md", "# Summary\n\n- Compilers\n  - [Lexing](c/lec01.md)\n  - [Parsing](c/lec02.md)\n- Databases\n  - [Rows](d/lec01.md)\n")]
    public void GivenTheContentsOfABook_WhenFoldersHaveShortNames_ThenTheLongOnesAreShown(string map, string text)
    {
        var library = LibraryOf.Files(map, text, "docs/c/lec01.md", "text", "docs/c/lec02.md", "text", "docs/d/lec01.md", "text");

        Assert.Equal("1 Compilers|1.1 -|1.2 -|2 Databases|2.1 -", Flat(library));
    }

    [Theory]
    [InlineData("lesson", CourseUnit.Lesson)]
    [InlineData("unit", CourseUnit.Unit)]
    [InlineData("chapter", CourseUnit.Chapter)]
    [InlineData("séance", CourseUnit.Session)]
    public void GivenPartsOfACourse_WhenTheNotesHaveAWordForThem_ThenItIsKept(string word, CourseUnit unit)
    {
        var library = Library($"Maths/{word} 1.md\nMaths/{word} 2.md\nMusic/{word} 1.md\nMusic/{word} 2.md");

        Assert.All(library.Map.Syllabus.Courses.SelectMany(course => course.Weeks), week => Assert.Equal(unit, week.Unit));
        Assert.Equal(2, library.Map.Syllabus.Courses.Count);
    }

    private static string Flat(LibraryOf library) => library.Syllabus.Replace('\n', '|');

    private static LibraryOf Library(string files) => LibraryOf.Files([.. files.Split('\n').Select(line => line.Trim()).SelectMany(line =>
        line.Split(" = ") is [var path, var text] ? new[] { path, text.Replace(" // ", "\n", StringComparison.Ordinal) + "\n\ntext" } : [line, "text"])]);
}

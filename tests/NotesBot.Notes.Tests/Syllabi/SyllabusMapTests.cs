using NotesBot.Notes.Syllabi;
using NotesBot.Notes.Tests.Folder;

namespace NotesBot.Notes.Tests.Syllabi;

public sealed class SyllabusMapTests
{
    private const string LongText = """
        Gradient descent goes downhill in small steps, each against the slope, until the loss no longer falls. Steps that are too large overshoot,
        steps that are too small take for ever, and between the two lies the learning rate that one looks for. Momentum keeps a part of the last
        step, so that narrow valleys are followed instead of crossed, and the batch decides how noisy the slope is that one sees at each step.
        """;

    [Theory]
    [InlineData("Course1_Intro_to_ML/Week 1/C1W1.md", 1, 1)]
    [InlineData("course-1/week-02/notes.md", 1, 2)]
    [InlineData("C1W3.md", 1, 3)]
    [InlineData("C2_W1_Lab.ipynb", 2, 1)]
    [InlineData("labs/C01w04_SFrames.md", 1, 4)]
    [InlineData("Course 3/Week 03 - Pipelines/a.md", 3, 3)]
    [InlineData("C2/W4/a.md", 2, 4)]
    [InlineData("Kurs 2/Woche 5/a.md", 2, 5)]
    [InlineData("Kurs_2/3. Woche/a.md", 2, 3)]
    [InlineData("course II/week two.md", 2, 2)]
    [InlineData("course1/week1-ungraded-lab/README.md", 1, 1)]
    [InlineData("Course 1/wk3.md", 1, 3)]
    public void GivenAPath_WhenItNamesCourseAndWeek_ThenTheFileBelongsThere(string path, int course, int week)
    {
        var map = SyllabusMap.Build([new FileOutline(path, "Title", [])], new NotesOptions());

        var place = map.PlaceOf(path);

        Assert.Equal(new CoursePlace(course, week), place);
    }

    [Theory]
    [InlineData("1. Semester/DS - Diskrete Strukturen/Mengen.md")]
    [InlineData("W&B.md")]
    [InlineData("L1 regularization.md")]
    [InlineData("C4.md")]
    [InlineData("2021-W05/a.md")]
    [InlineData("week-2021-03-05.md")]
    [InlineData("week 03-14.md")]
    [InlineData("course101.md")]
    [InlineData("weekly 3.md")]
    [InlineData("discourse 2.md")]
    [InlineData("Weeknd 5.md")]
    [InlineData("racecourse 1.md")]
    public void GivenAPath_WhenItOnlyLooksLikeACourseOrWeek_ThenTheFileBelongsNowhere(string path)
    {
        var map = SyllabusMap.Build([new FileOutline(path, "Title", [])], new NotesOptions());

        var place = map.PlaceOf(path);

        Assert.Equal(default, place);
    }

    [Theory]
    [InlineData("Module 2/a.md", 2)]
    [InlineData("lecture-07.md", 7)]
    [InlineData("Lesson 3 - Loops.md", 3)]
    [InlineData("unit_4/x.md", 4)]
    [InlineData("Vorlesung 5.md", 5)]
    public void GivenAPathWithAnotherUnit_WhenNothingNamesWeeks_ThenItCountsAsTheWeek(string path, int week)
    {
        var map = SyllabusMap.Build([new FileOutline(path, "Title", []), new FileOutline("other.md", "Title", [])], new NotesOptions());

        var place = map.PlaceOf(path);

        Assert.Equal(week, place.Week);
    }

    [Fact]
    public void GivenFoldersThatOnlyTheLinksExplain_WhenPlaced_ThenTheLinksTellTheCourse()
    {
        var library = LibraryOf.Files(
            "README.md", "### Course 1: Production\n\n**Week1: Overview**\n\n* [Notes](L1/W1/LectureNotes.md)\n\n**Week2: Training**\n\n* [Notes](/L1/W2/missing.md)\n",
            "L1/W1/LectureNotes.md", "text",
            "L1/W2/lecture_note.md", "text");

        CoursePlace[] places = [library.Map.PlaceOf("L1/W1/LectureNotes.md"), library.Map.PlaceOf("L1/W2/lecture_note.md")];

        Assert.Equal([new CoursePlace(1, 1), new CoursePlace(1, 2)], places);
    }

    [Theory]
    [InlineData("notes/a%20b.md")]
    [InlineData("/notes/a b.md")]
    [InlineData("./notes/../notes/a%20b.md#heading")]
    [InlineData("https://github.com/o/r/blob/main/notes/a%20b.md")]
    [InlineData("https://github.com/o/r/blob/main/library/notes/a%20b.md")]
    [InlineData("https://gitlab.com/o/r/-/blob/main/notes/a%20b.md?plain=1")]
    [InlineData("https://codeberg.org/o/r/src/branch/main/notes/a%20b.md")]
    [InlineData("Notes/A B.md")]
    public void GivenALinkInTheSyllabus_WhenItIsWrittenInAnyForm_ThenTheFileBelongsToTheWeek(string link)
    {
        var library = LibraryOf.Files("README.md", $"- Week 1: One [notes](<{link}>)\n- Week 2: Two\n", "notes/a b.md", "text",
            "notes/c.md", "text");

        CoursePlace[] places = [library.Map.PlaceOf("notes/a b.md"), library.Map.PlaceOf("notes/c.md")];

        Assert.Equal([new CoursePlace(1, 1), default], places);
    }

    [Fact]
    public void GivenAPatternOfOnesOwn_WhenPathsMatchIt_ThenItDecides()
    {
        using var folder = new TemporaryFolder().Write("block2/term3/week 1.md", "text").Write("blockIV/term1/y.md", "text");
        var library = new LibraryOf(folder.Path, new NotesOptions { CoursePattern = @"block(?<course>\w+)/term(?<week>\d+)" });

        CoursePlace[] places = [library.Map.PlaceOf("block2/term3/week 1.md"), library.Map.PlaceOf("blockIV/term1/y.md")];

        Assert.Equal([new CoursePlace(2, 3), new CoursePlace(4, 1)], places);
    }

    [Fact]
    public void GivenAPatternThatTakesForEver_WhenItIsMatched_ThenItFindsNothing()
    {
        var path = new string('a', 60) + "!.md";

        var map = SyllabusMap.Build([new FileOutline(path, "Title", [])], new NotesOptions { CoursePattern = @"(?<week>\d)?^(?:a+)+$" });

        Assert.Equal(default, map.PlaceOf(path));
    }

    [Fact]
    public void GivenOneFileWithAllWeeks_WhenPlaced_ThenItsHeadingsTell()
    {
        var library = LibraryOf.Files("notes.md", $"# ML\n\n## Week 1: Intro\n\n{LongText}\n\n## Week 2: Margins\n\n{LongText}\n");

        var weeks = library.Passages("notes.md").Select(passage => (passage.Course, passage.Week));

        Assert.Equal([(1, 1), (1, 2)], weeks.Distinct());
    }

    [Fact]
    public void GivenAReadmeThatOnlyListsWeeks_WhenPlaced_ThenItIsNoNoteOfThem()
    {
        var library = LibraryOf.Files("README.md",
            "# About\n\n## Syllabus\n\n### Course 1: Intro\n\n- Week 1: Overview\n- Week 2: Training\n");

        var places = library.Passages("README.md").Select(passage => (passage.Course, passage.Week)).Distinct();

        Assert.Equal([(null, null)], places);
    }

    [Fact]
    public void GivenLecturesInsideTheNotesOfAWeek_WhenPlaced_ThenTheyAreNoWeeks()
    {
        var library = LibraryOf.Files(
            "course1/week1/a.md", $"# Lifecycle\n\n## Lecture 1: Welcome\n\n{LongText}\n\n## Lecture 2: Steps\n\n{LongText}\n",
            "course1/week2/b.md", "# Training\n\ntext\n");

        var weeks = library.Passages("course1/week1/a.md").Select(passage => passage.Week).Distinct();

        Assert.Equal([1], weeks);
        Assert.Equal("1 -\n1.1 Lifecycle\n1.2 Training", library.Syllabus);
    }

    [Fact]
    public void GivenNoList_WhenFoldersHaveAStructure_ThenTheyAreTheSyllabus()
    {
        var library = LibraryOf.Files(
            "Course 1 - Intro to ML/Week 1 - Overview/notes.md", "text",
            "Course 1 - Intro to ML/Week 02 - Training/a.md", "text",
            "course-2-data/week-01/README.md", "# Collecting data\n\ntext");

        Assert.Equal("1 Intro to ML\n1.1 Overview\n1.2 Training\n2 Data\n2.1 Collecting data", library.Syllabus);
    }

    [Fact]
    public void GivenNoList_WhenFilesAreNamedAfterWeeks_ThenTheirTitlesAreTheSyllabus()
    {
        var library = LibraryOf.Files("week01.md", "# Introduction\n\ntext", "week02.md", "# Week 2: Regression\n\ntext", "week03_lab.md",
            "text");

        Assert.Equal("1 -\n1.1 Introduction\n1.2 Regression\n1.3 -", library.Syllabus);
    }

    [Theory]
    [InlineData("course1/week1/a.md", "# A\n\ntext")]
    [InlineData("a.md", "In Week 1 we learned a lot. Week 2: not so much, since we were busy with the exam of the other course, but still.\n")]
    [InlineData("a.md", "## 1. Semester\n\n- 2021-03-05: meeting\n- Week of March 3: nothing\n\n## L1 regularization\n\ntext\n\n## W&B\n\ntext\n")]
    [InlineData("a.md", "# Steps\n\n1. Install\n2. Run\n3. Stop\n")]
    [InlineData("a.md", "# Course 1 is decent\n\n- Course 1 is decent and Andrew Ng is pleasant.\n- Due to this, I did not continue with course 3.\n")]
    public void GivenNoStructure_WhenRead_ThenThereIsNoSyllabus(string path, string text)
    {
        var library = LibraryOf.Files(path, text, "README.md", "# My notes\n\nIn Week 1 we did a lot.\n");

        Assert.Equal("", library.Syllabus);
    }

    [Fact]
    public void GivenAListAndFurtherFolders_WhenRead_ThenWeeksWithNotesAreAdded()
    {
        var library = LibraryOf.Files(
            "README.md", "### Course 1: A\n\n- Week 1: One\n- Week 2\n", "Course1/Week 1/a.md", "text", "Course1/Week 3 - Three/b.md", "text",
            "Course1/Week 2/c.md", "# Week 2: Two\n\ntext");

        Assert.Equal("1 A\n1.1 One\n1.2 Two\n1.3 Three", library.Syllabus);
    }

    [Fact]
    public void GivenFoldersThatCountOtherwiseThanTheList_WhenRead_ThenTheyAddNoWeeks()
    {
        var library = LibraryOf.Files(
            "README.md", "* 1. Networks\n  * [Week 1](NN/wk1.md)\n* 2. Tuning\n  * [Week 1](Optim/wk1.md)\n",
            "NN/wk1.md", "text", "Optim/wk1.md", "text", "Optim/jupyter/week5/a.md", "text");

        Assert.Equal("1 Networks\n1.1 -\n2 Tuning\n2.1 -", library.Syllabus);
    }

    [Fact]
    public void GivenAReadmeInEachCourse_WhenRead_ThenTheirWeeksAreMerged()
    {
        var library = LibraryOf.Files(
            "README.md", "1. [Course 1: Foundations](course1/README.md)\n2. [Course 2: Practice](course2/README.md)\n",
            "course1/README.md", "# Notes\n\n- Week 1: Alpha\n- Week 2: Beta\n", "course2/README.md", "# Notes\n\n- Week 1: Gamma\n");

        Assert.Equal("1 Foundations\n1.1 Alpha\n1.2 Beta\n2 Practice\n2.1 Gamma", library.Syllabus);
    }

    [Fact]
    public void GivenSectionsThatRepeatTheWeeks_WhenTheyNameKindsOfFiles_ThenTheyAreNoCourses()
    {
        var library = LibraryOf.Files(
            "SUMMARY.md", "## Material\n\n* [Week 1](material/a.md)\n* [Week 2](material/b.md)\n\n## Exercises\n\n* [Week 1](exercises/a.md)\n* [Week 2](exercises/b.md)\n",
            "exercises/b.md", "text");

        Assert.Equal("1 -\n1.1 -\n1.2 -", library.Syllabus);
        Assert.Equal(new CoursePlace(1, 2), library.Map.PlaceOf("exercises/b.md"));
    }
}

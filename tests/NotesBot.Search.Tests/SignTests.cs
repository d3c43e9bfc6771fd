using NotesBot.Search.Tests.Mechanisms;

namespace NotesBot.Search.Tests;

/// <summary>Signs of formulas and names as people type them.</summary>
public sealed class SignTests
{
    [Theory]
    [InlineData("The R² score says how well it fits.", "R2")]
    [InlineData("The R² score says how well it fits.", "R squared")]
    [InlineData("The R^2 score says how well it fits.", "R²")]
    [InlineData("The $R^{2}$ score says how well it fits.", "R2 score")]
    [InlineData("Plants take in CO₂ and H₂O.", "H2O")]
    [InlineData("Plants take in CO2 and water.", "CO₂")]
    [InlineData("Sulfuric acid is H_2SO_4 in water.", "H2SO4")]
    [InlineData("It is the mean of log₂ of the chance.", "log2")]
    [InlineData("The χ² test compares counts.", "chi2 test")]
    [InlineData("The χ² test compares counts.", "chi squared test")]
    [InlineData("The χ² test compares counts.", "chi-square test")]
    [InlineData("With γ near one the future counts.", "gamma")]
    [InlineData("The λ-return mixes them.", "lambda return")]
    [InlineData("The learning rate α is small.", "alpha")]
    [InlineData("The learning rate \\alpha is small.", "α")]
    [InlineData("With 𝛾 near one the future counts.", "gamma")]
    [InlineData("A k-NN classifier votes.", "knn")]
    [InlineData("A kNN classifier votes.", "k-NN")]
    [InlineData("A KNN classifier votes.", "k-nn classifier")]
    [InlineData("An A/B test splits the users.", "AB test")]
    [InlineData("An AB test splits the users.", "A/B test")]
    [InlineData("The CI/CD server is down.", "cicd")]
    [InlineData("Blocking I/O is slow.", "IO")]
    [InlineData("The Q&A session is at noon.", "QA session")]
    [InlineData("The codec H.264 is common.", "H264")]
    [InlineData("The codec H264 is common.", "H.264")]
    [InlineData("Wi-Fi needs a router.", "wifi")]
    [InlineData("The wifi needs a router.", "Wi-Fi")]
    [InlineData("Send an e-mail to the tutor.", "email")]
    [InlineData("Run it with Node.js on a server.", "nodejs")]
    [InlineData("Some 10,000 pictures were labelled.", "10000")]
    [InlineData("Some 10 000 pictures were labelled.", "10,000")]
    [InlineData("Some 10.000 Bilder wurden gesehen.", "10000")]
    [InlineData("Some 1'234'567 pictures were labelled.", "1234567")]
    [InlineData("Some 10000 pictures were labelled.", "10 000 pictures")]
    [InlineData("Deploy 🚀 now.", "🚀")]
    [InlineData("Done ✅ at last.", "✅")]
    [InlineData("The A* search keeps a frontier.", "A*")]
    public void GivenASign_WhenItIsTypedOtherwise_ThenThePassageIsFound(string text, string question)
    {
        var answer = SmallLibrary.Of(text).Ask(question);

        Assert.Equal(text, answer.Hits.Select(hit => hit.Passage.Text).FirstOrDefault());
    }

    private const string Plain = "C is small and has macros.";
    private const string Plus = "C++ has templates and is large.";
    private const string Sharp = "C# runs on .NET and has properties.";
    private const string Functional = "F# has discriminated unions.";

    [Theory]
    [InlineData("C", Plain)]
    [InlineData("C++", Plus)]
    [InlineData("C#", Sharp)]
    [InlineData("F#", Functional)]
    [InlineData(".NET", Sharp)]
    public void GivenANameThatIsPartOfOthers_WhenAsked_ThenOnlyItselfIsFound(string question, string wanted)
    {
        var library = SmallLibrary.Of(Plus, Sharp, Functional, Plain);

        var answer = library.Ask(question);

        Assert.Equal([wanted], answer.Hits.Select(hit => hit.Passage.Text));
    }

    [Theory]
    [InlineData("what is IT?", "The IT department owns the laptops.")]
    [InlineData("IT", "The IT department owns the laptops.")]
    [InlineData("US", "The US has fifty states.")]
    public void GivenCapitalsOfAStopWord_WhenAsked_ThenTheAcronymIsMeant(string question, string wanted)
    {
        var library = SmallLibrary.Of("It is what it is, and it tells us nothing, or so it seems to us.", "The IT department owns the laptops.", "The US has fifty states.");

        var answer = library.Ask(question);

        Assert.Equal(wanted, answer.Hits.Select(hit => hit.Passage.Text).FirstOrDefault());
    }

    [Fact]
    public void GivenAPictureBehindAQuestion_WhenAsked_ThenItChangesNothing()
    {
        var library = SmallLibrary.Of("The rollback is what follows a bad release.");

        var (with, without) = (library.Ask("rollback release 🙂"), library.Ask("rollback release"));

        Assert.Equal(without.Confidence, with.Confidence);
    }
}
